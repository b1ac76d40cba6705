"""Counts 1,000 random elections with votelib, an implementation that shares nothing with Heard.

    pip install votelib==0.4.0 && python count_again.py > counted.jsonl

One line of JSON an election. `src/ballot/oracle_tests.rs` makes the same elections from the same numbers and compares.
"""
import json
from fractions import Fraction

from votelib import convert
from votelib.component import rankscore
from votelib.evaluate.condorcet import Schulze
from votelib.evaluate.sequential import TransferableVoteDistributor, allocation_totals, initial_allocation

MASK = (1 << 64) - 1


class Chance:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def below(self, below):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return (mixed ^ (mixed >> 31)) % below


def election(seed):
    """Candidates, seats, and rows of a number of papers with what stands at each place. One in eight has a candidate
    twice. Numbers are small, so that there are ties."""
    chance = Chance(seed)
    candidates = 3 + chance.below(5)
    seats = 1 + chance.below(candidates - 1)
    most = 3 if chance.below(2) == 0 else 40
    rows = []
    for _ in range(1 + chance.below(20)):
        order = list(range(candidates))
        for at in range(candidates - 1, 0, -1):
            other = chance.below(at + 1)
            order[at], order[other] = order[other], order[at]
        order = order[: 1 + chance.below(candidates)]
        if chance.below(8) == 0:
            order.append(order[chance.below(len(order))])
        rows.append((1 + chance.below(most), order))
    return candidates, seats, rows


def name(candidate):
    """Not text: votelib would take it for several candidates at one place."""
    return candidate + 1


def add(rows, value):
    votes = {}
    for number, order in rows:
        key = value(order)
        votes[key] = votes.get(key, 0) + number
    return votes


def short(votes):
    """Whole, or a number with four decimal places."""
    return votes if votes is None or votes == int(votes) else round(float(votes), 4)


def transfers(votes, candidates, seats, quota):
    """Count after count, until a tie that a rule would have to break."""
    inner = TransferableVoteDistributor(quota_function="droop" if quota else None)
    total = sum(votes.values())
    allocation = {name(at): {} for at in range(candidates)}
    allocation.update(initial_allocation(votes))
    elected, rounds, shared = [], [], False
    while len(elected) < seats:
        if len(rounds) > 2 * candidates:
            # votelib goes round in circles where nobody is left to put out.
            return {"elected": elected, "rounds": rounds, "tie": True, "shared": shared}
        # votelib lets the pile of exhausted papers stand against candidates when it looks for the last: not here.
        allocation.pop(None, None)
        totals = allocation_totals(allocation)
        totals = {key: totals.get(key, 0) for key in allocation if key is not None}
        # Those elected or out are null.
        rounds.append([short(totals.get(name(at))) if name(at) not in elected else None for at in range(candidates)])
        counting = sum(totals.values())
        if not quota:
            best = [key for key, value in totals.items() if value * 2 > counting]
            if best:
                return {"elected": best, "rounds": rounds, "tie": False, "shared": False}
        over = quota and any(value >= total // (seats + 1) + 1 for value in totals.values())
        if not over and (not quota or len(totals) > seats - len(elected)):
            fewest = min(totals.values())
            if sum(value == fewest for value in totals.values()) > 1:
                return {"elected": elected, "rounds": rounds, "tie": True, "shared": shared}
        most = {name(at): 1 for at in range(candidates)}
        try:
            allocation, newly = inner.next_count(allocation, seats, total, {key: 1 for key in elected}, most)
        except NotImplementedError:
            return {"elected": elected, "rounds": rounds, "tie": True, "shared": shared}
        newly = list(newly)
        # Several surpluses at once: votelib moves them together, the Scottish rules one after another.
        shared = shared or (over and len(newly) > 1)
        elected += newly
        if not allocation:
            break
    return {"elected": elected, "rounds": rounds, "tie": False, "shared": shared}


def count(seed):
    candidates, seats, rows = election(seed)
    valid = [(number, order) for number, order in rows if len(set(order)) == len(order)]
    out = {"spoilt": sum(number for number, _ in rows) - sum(number for number, _ in valid)}
    if not valid:
        return out
    # Every candidate is named by a paper that counts nothing, so that the converters know of all.
    everyone = {tuple(name(at) for at in range(candidates)): 0}
    ranked = {**everyone, **add(valid, lambda order: tuple(name(at) for at in order))}
    plurality = convert.RankedToFirstPreference().convert(ranked)
    approval = convert.ApprovalToSimpleVotes().convert(
        {**{frozenset(everyone.popitem()[0]): 0}, **add(valid, lambda order: frozenset(name(at) for at in order))})
    borda = convert.RankedToPositionalVotes(rankscore.Borda(base=0)).convert(ranked)
    dowdall = convert.RankedToPositionalVotes(rankscore.Dowdall()).convert(ranked)
    points = convert.ScoreToSimpleVotes("sum").convert(
        add(valid, lambda order: frozenset((name(at), 1 + (at * 7 + len(order)) % 5) for at in order)))
    pairs = convert.RankedToCondorcetVotes().convert(ranked)
    paths = Schulze.widest_paths(pairs)
    for key, scores in [("plurality", plurality), ("approval", approval), ("borda", borda), ("points", points)]:
        out[key] = [int(scores.get(name(at), 0)) for at in range(candidates)]
    out["dowdall"] = [str(Fraction(dowdall.get(name(at), 0))) for at in range(candidates)]
    out["preferred"] = [[int(pairs.get((name(a), name(b)), 0)) for b in range(candidates)] for a in range(candidates)]
    out["strongest"] = [[int(paths.get((name(a), name(b)), 0)) for b in range(candidates)] for a in range(candidates)]
    ranked = {key: value for key, value in ranked.items() if value}
    out["irv"] = transfers(ranked, candidates, 1, quota=False)
    out["stv"] = transfers(ranked, candidates, seats, quota=True)
    return out


for seed in range(1000):
    print(json.dumps(count(seed), separators=(",", ":"), default=int))
