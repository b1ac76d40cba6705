//! What a consultation asks of people about themselves, on what basis, what could go wrong, and who agreed that it may.

use maud::{Markup, html};

use super::{Desk, Section};

/// One question, as who answers for people's data reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub ask: String,
    /// Of whom, for example `Children, Young people`.
    pub whom: String,
    /// How it is answered, for example `in people’s own words`.
    pub how: &'static str,
    /// It can stir up something bad.
    pub sensitive: bool,
    /// It is about the person, such as disability or ethnic group.
    pub about_oneself: bool,
}

/// Who agreed to the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    pub link: String,
    pub by: String,
    /// For example `1 October 2026`.
    pub on: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct DataProtection {
    pub desk: Desk,
    pub agreed: Option<Agreed>,
    /// Whom it asks, with their ages where it says so: `Children (0 to 11)`.
    pub whom: Vec<String>,
    pub questions: Vec<Asked>,
    /// Counts under this are hidden.
    pub threshold: u64,
    /// After how many days what was never sent is erased.
    pub drafts_kept: i64,
}

/// What could go wrong, what Heard does about it, and what is left for people to do.
const RISKS: [[&str; 3]; 8] = [
    [
        "Somebody works out who wrote an answer",
        "No name, account, address, device or time is stored with a response; the day is. Small numbers are hidden everywhere the same way. Names, numbers and addresses in answers are hidden from officers.",
        "Read quotes before publishing: not every name is found. Do not ask what you do not need.",
    ],
    [
        "A child writes that they are being hurt, and nobody acts",
        "Every box says that nobody reads this straight away. Who to talk to stands on every page and again after questions marked as able to hurt.",
        "Have somebody trained read the answers every working day while it is open. Heard does not sort them yet.",
    ],
    [
        "Somebody at home or at the next desk sees the answers",
        "Exit this page, by button and keys. Nothing is kept in the browser after sending. On a shared device each child begins anew.",
        "Say at the start of a group that answers are private, and seat people apart.",
    ],
    [
        "People feel that they have to answer",
        "Every question can be skipped, and there is no box to agree to: the basis is public task. Nothing counts down, rewards or reminds.",
        "Tell groups that not taking part is fine and that nobody will know.",
    ],
    [
        "Answers about health, belief or ethnic group are used for something else",
        "They are asked last, explained, and each can be left out. They are only ever published as counts.",
        "Use them only to see who was heard and whether groups differ. Nothing else is covered by statistics and research.",
    ],
    [
        "Data leave the council",
        "Heard asks no other service for anything. The database and its backups are on your own machines.",
        "Encrypt the disk and the backups, and limit who can sign in on the machine.",
    ],
    [
        "Answers are kept longer than needed",
        "People can erase their own with their code. Drafts that were never sent are erased by themselves.",
        "Set the day on which the responses of this consultation are erased, and do it.",
    ],
    [
        "Exported files go astray",
        "Exports hide personal data unless somebody asks for it in so many words. Cells cannot run as formulas.",
        "Keep exports where only those who may read the answers can, and delete them when done.",
    ],
];

impl DataProtection {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Data protection",
            Section::Overview,
            html! {
                (self.desk.trail(&[], "Data protection"))
                h1 { "Data protection" }
                p { "For whoever answers for people’s data: what this consultation asks, and what was thought about before. It is a start for your data protection impact assessment, not the assessment itself." }
                (self.agreement())
                h2 { "On what basis" }
                ul {
                    li { "A public body asking before it decides: public task (UK GDPR Article 6(1)(e)). It does not rest on consent, and nobody is asked to tick a box." }
                    li { "Where people are asked about health, belief, ethnic group or the like: statistics and research (Article 9(2)(j)), with the safeguards of section 19 of the Data Protection Act 2018." }
                    li { "It is meant for children too, and so follows the Children’s code whether or not the law asks for that here." }
                }
                h2 { "Who is asked" }
                ul { @for whom in &self.whom { li { (whom) } } }
                (self.asked())
                h2 { "What is kept" }
                ul {
                    li { "The answers, the standpoint, the district that was picked, the language, the day of sending, the key of a campaign whose link the person came by, and a scrambled form of the person’s code." }
                    li { "A postcode, where one is offered, is looked up in memory and forgotten." }
                    li { "What was never sent is erased after " (self.drafts_kept) " days." }
                    li { "Counts under " (self.threshold) " are never shown to anybody, and shares only over enough people." }
                }
                (risks())
            },
        )
    }

    fn agreement(&self) -> Markup {
        html! {
            @if let Some(agreed) = &self.agreed {
                section class="note" aria-label="The assessment" {
                    p { b { "Agreed by " (agreed.by) " on " (agreed.on) "." } " " a href=(agreed.link) rel="noreferrer" { "Read the assessment" } }
                }
            } @else {
                section class="note warn" aria-label="The assessment" {
                    p { b { "No assessment has been agreed for this consultation." } " An online service that children are likely to use needs one before it opens." }
                    p class="small" { "Once it is agreed, say where it is, who agreed and when: in the survey’s settings, or as [assessment] in survey.toml." }
                }
            }
        }
    }

    fn asked(&self) -> Markup {
        html! {
            section aria-labelledby="asked" {
                h2 id="asked" { "What is asked" }
                table class="stack" role="table" {
                    caption { "Every question can be skipped." }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Question" }
                        th scope="col" role="columnheader" { "Asked of" }
                        th scope="col" role="columnheader" { "Answered" }
                        th scope="col" role="columnheader" { "With care" }
                    } }
                    tbody role="rowgroup" {
                        @for asked in &self.questions {
                            tr role="row" {
                                th scope="row" role="rowheader" { (asked.ask) }
                                td role="cell" data-k="Asked of" { (asked.whom) }
                                td role="cell" data-k="Answered" { (asked.how) }
                                td role="cell" data-k="With care" { (asked.care()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Asked {
    fn care(&self) -> &'static str {
        match (self.sensitive, self.about_oneself) {
            (true, _) => "can hurt: who to talk to is shown after it",
            (false, true) => "about oneself: after the survey, explained",
            (false, false) => "no more than others",
        }
    }
}

fn risks() -> Markup {
    html! {
        section aria-labelledby="risks" {
            h2 id="risks" { "What could go wrong" }
            table class="stack" role="table" {
                caption { "What Heard does about it, and what is left for people to do." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "It could happen that" }
                    th scope="col" role="columnheader" { "What Heard does" }
                    th scope="col" role="columnheader" { "What you do" }
                } }
                tbody role="rowgroup" {
                    @for [risk, done, left] in RISKS {
                        tr role="row" {
                            th scope="row" role="rowheader" { (risk) }
                            td role="cell" data-k="What Heard does" { (done) }
                            td role="cell" data-k="What you do" { (left) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(agreed: Option<Agreed>) -> DataProtection {
        DataProtection {
            desk: Desk::sample(),
            agreed,
            whom: vec!["Children (0 to 11)".into()],
            questions: vec![Asked {
                ask: "Have you been bullied?".into(),
                whom: "Children".into(),
                how: "by picking one",
                sensitive: true,
                about_oneself: false,
            }],
            threshold: 10,
            drafts_kept: 30,
        }
    }

    #[test]
    fn what_nobody_agreed_to_says_so_and_what_somebody_did_leads_there() {
        let none = sample(None).render().into_string();
        assert!(none.contains("No assessment has been agreed"), "{none}");
        let agreed =
            Agreed { link: "https://a.example/dpia".into(), by: "The DPO".into(), on: "1 October 2026".into() };
        let page = sample(Some(agreed)).render().into_string();
        assert!(
            page.contains("Agreed by The DPO on 1 October 2026") && page.contains("href=\"https://a.example/dpia\"")
        );
    }
}
