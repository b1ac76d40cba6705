//! What of a campaign's posts the public reads. Pages, feeds, and what the team and officers are told of a post all ask
//! here, so that none of them shows or says it earlier than the others.

use super::post::{Post, PostKind, PostState};

/// The most news that the public reads.
pub const MOST_NEWS: usize = 30;

/// Whether the public reads an approved post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Public,
    /// Not before the campaign is over: it tells what came of it.
    AfterTheEnd,
    /// Not before the campaign's page is approved.
    WithThePage,
    /// Another of its kind has taken its place.
    Replaced,
}

impl Reach {
    /// Of one of a campaign's posts, which stand the latest first; none where it is not approved. `over` is whether the
    /// campaign has ended.
    pub fn of(posts: &[Post], post: &Post, over: bool) -> Option<Self> {
        if post.state != PostState::Approved {
            return None;
        }
        let newer = posts.iter().filter(|other| other.kind == post.kind && other.state == PostState::Approved);
        let most = if post.kind == PostKind::News { MOST_NEWS } else { 1 };
        if newer.take_while(|other| other.id != post.id).count() >= most {
            return Some(Self::Replaced);
        }
        let has_page = posts.iter().any(|other| other.kind == PostKind::Page && other.state == PostState::Approved);
        Some(match post.kind {
            _ if !has_page => Self::WithThePage,
            PostKind::Results if !over => Self::AfterTheEnd,
            _ => Self::Public,
        })
    }

    /// The posts that the public reads, the latest first.
    pub fn public(posts: &[Post], over: bool) -> impl Iterator<Item = &Post> {
        posts.iter().filter(move |post| Self::of(posts, post, over) == Some(Self::Public))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn post(id: i64, kind: PostKind, state: PostState) -> Post {
        Post {
            id,
            campaign: "a".into(),
            kind,
            title: "A".into(),
            words: "B".into(),
            written_by: "member".into(),
            written_on: date(2026, 11, 26),
            state,
            remark: String::new(),
            decided: None,
        }
    }

    fn public(posts: &[Post], over: bool) -> Vec<i64> {
        Reach::public(posts, over).map(|post| post.id).collect()
    }

    #[test]
    fn what_came_of_it_is_public_once_the_campaign_is_over_and_no_earlier() {
        use PostKind::*;
        use PostState::*;
        let posts = [
            post(1, News, Waiting),
            post(2, Results, Approved),
            post(3, News, Approved),
            post(4, Page, Approved),
            post(5, Page, Approved),
            post(6, News, TakenDown),
            post(7, Posters("pl"), Approved),
        ];
        assert_eq!((public(&posts, false), public(&posts, true)), (vec![3, 4, 7], vec![2, 3, 4, 7]));
        let reach = |at: usize, over| Reach::of(&posts, &posts[at], over);
        assert_eq!((reach(1, false), reach(1, true)), (Some(Reach::AfterTheEnd), Some(Reach::Public)));
        assert_eq!((reach(4, false), reach(0, true), reach(5, true)), (Some(Reach::Replaced), None, None));
    }

    #[test]
    fn nothing_is_public_without_the_page_and_old_news_ends() {
        let mut posts: Vec<Post> = (0..40).map(|id| post(id, PostKind::News, PostState::Approved)).collect();
        assert!(public(&posts, true).is_empty());
        assert_eq!(Reach::of(&posts, &posts[0], true), Some(Reach::WithThePage));
        posts.push(post(40, PostKind::Page, PostState::Approved));
        assert_eq!(public(&posts, false).len(), MOST_NEWS + 1);
        assert_eq!(Reach::of(&posts, &posts[MOST_NEWS], false), Some(Reach::Replaced));
    }
}
