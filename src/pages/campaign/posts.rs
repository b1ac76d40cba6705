//! What a team writes for the public, and what became of it.

use jiff::civil::Date;
use maud::{Markup, html};

use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::campaign::{MOST_ON_A_POSTER, Post, PostKind, PostState, Reach};
use crate::pages::components::errors::{self, Problem};
use crate::pages::words::is_right_to_left;

/// The most characters of a title and of a text.
pub const MOST_IN_A_TITLE: usize = 80;
pub const MOST_IN_A_TEXT: usize = 4_000;

/// What a kind of post is called, and what it is for.
pub fn words_of(kind: PostKind) -> (&'static str, &'static str) {
    match kind {
        PostKind::Page => {
            ("The campaign’s page", "Why you ask, and what for. Its title is on every poster, its first lines too.")
        }
        PostKind::News => {
            ("News", "Something new: where you are next, how far you are. It goes to the page and its feed.")
        }
        PostKind::Results => (
            "What came of it",
            "What young people said, and what happens next. The public reads it once the campaign is over, no earlier.",
        ),
        PostKind::Posters(language) => (
            match language {
                "cy" => "Posters in Welsh",
                "pl" => "Posters in Polish",
                "ro" => "Posters in Romanian",
                "ur" => "Posters in Urdu",
                _ => "Posters in English",
            },
            "Your own words for posters, cards and slides in this language. Without them, posters say what the consultation or \
             the ballot says of itself.",
        ),
    }
}

/// What a state is called, and how it looks; of an approved post by whether the public reads it.
fn state(post: &Post, reach: Option<Reach>) -> (&'static str, &'static str) {
    match (post.state, reach) {
        (PostState::Waiting, _) => ("Waits for an officer", "tag"),
        (PostState::Returned, _) => ("Sent back", "tag late"),
        (PostState::TakenDown, _) => ("Taken down", "tag"),
        (PostState::Approved, Some(Reach::Public)) if post.kind.language().is_some() => ("On posters", "tag go"),
        (PostState::Approved, Some(Reach::Public)) => ("The public sees it", "tag go"),
        (PostState::Approved, _) => ("Approved", "tag"),
    }
}

/// When the public reads a post, or why it does not any more. `ends` is the campaign's last day.
pub fn not_read(reach: Reach, ends: Date) -> String {
    match reach {
        Reach::Public => "The public reads it".to_owned(),
        Reach::AfterTheEnd => {
            format!("The public sees it once the campaign is over: its last day is {}", ends.strftime("%-d %B %Y"))
        }
        Reach::WithThePage => "The public sees it once the campaign’s page is approved".to_owned(),
        Reach::Replaced => "A newer one has taken its place".to_owned(),
    }
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posts {
    pub desk: TeamDesk,
    pub posts: Vec<Post>,
    /// The campaign is over, and its last day.
    pub over: bool,
    pub ends: Date,
    /// The public page, once there is one.
    pub public: Option<String>,
    /// The word of a place whose poster shows how words that wait would look, and the campaign's own language.
    pub poster: Option<(String, String)>,
    /// Something was just sent, and waits.
    pub sent: bool,
}

/// Writing one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    pub desk: TeamDesk,
    pub kind: PostKind,
    pub title: String,
    pub words: String,
    /// What looks like personal data, and must be said to be none before it is sent.
    pub personal: Vec<String>,
    pub problems: Vec<Problem>,
}

impl Posts {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            (self.desk.kicker())
            @if self.sent {
                div class="note" role="status" { p { b { "Sent." } " An officer reads it before anybody else can. You see here when it is approved." } }
            }
            h1 { "What you tell the public" }
            p { "You write, an adult officer approves, then everybody can read it. Leave out names, schools you are at, phone numbers and accounts: nobody should be able to find you." }
            @if let Some(public) = &self.public { p { a href=(public) { "See the campaign as the public sees it" } } }
            div class="grid g3" {
                @for kind in PostKind::ALL {
                    @let (name, about) = words_of(kind);
                    div class="card" {
                        h2 { (name) }
                        p { (about) }
                        p { a class="btn two tiny" href=(self.desk.address(&format!("/posts/{}", kind.as_str()))) { "Write" span class="sr" { ": " (name) } } }
                    }
                }
            }
            p { a href=(self.desk.address("/share")) { "Write your own words for posters in other languages" } }
            @if !self.posts.is_empty() {
                section aria-labelledby="written" {
                    h2 id="written" { "Written so far" }
                    @for post in &self.posts { (self.written(post)) }
                }
            }
        };
        self.desk.render("What you tell the public", TeamSection::Posts, &[], main)
    }

    fn written(&self, post: &Post) -> Markup {
        let reach = Reach::of(&self.posts, post, self.over);
        let (said, class) = state(post, reach);
        html! {
            article class="card" {
                p { span class=(class) { (said) } " " span class="small" { (words_of(post.kind).0) } }
                @if let Some(held) = reach.filter(|reach| *reach != Reach::Public) { p { b { (not_read(held, self.ends)) "." } } }
                h3 lang=[post.kind.language()] dir=[dir(post.kind)] { (post.title) }
                @for paragraph in post.paragraphs() { p lang=[post.kind.language()] dir=[dir(post.kind)] { (paragraph) } }
                @if let Some(poster) = self.poster_of(post) {
                    p { a href=(poster) { "See it on a poster" span class="sr" { ": " (post.title) } } " (a draft: not for print)" }
                }
                @if !post.remark.is_empty() { div class="note" { p { b { "The officer says: " } (post.remark) } } }
                @if post.state == PostState::Returned {
                    p { a class="btn two tiny" href=(self.desk.address(&format!("/posts/{}?again={:x}", post.kind.as_str(), post.id))) {
                        "Change it" span class="sr" { ": " (post.title) } } }
                }
            }
        }
    }
}

impl Posts {
    /// The poster that shows a text which waits; none of what stands on no poster, or where there is no place.
    fn poster_of(&self, post: &Post) -> Option<String> {
        let (word, own) = self.poster.as_ref().filter(|_| post.state == PostState::Waiting)?;
        let lang = match post.kind {
            PostKind::Page => own,
            kind => kind.language()?,
        };
        Some(self.desk.address(&format!("/places/{word}/poster-a4.pdf?lang={lang}&words={:x}", post.id)))
    }
}

impl Write {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (name, about) = words_of(self.kind);
        let main = html! {
            (self.desk.kicker())
            h1 { (name) }
            p { (about) }
            @if self.kind == PostKind::Page && !self.desk.officer {
                div class="note" { p { b { "First add every place." } " Once an officer has approved this page, officers alone add or change \
                    places and who runs the campaign. " a href=(self.desk.address("/share")) { "Places" } "." } }
            }
            form method="post" action=(self.desk.address(&format!("/posts/{}", self.kind.as_str()))) novalidate class="edit" {
                (self.desk.token())
                @if self.kind.language().is_some() { (poster_fields(self.kind, &self.title, &self.words, &self.problems)) } @else {
                (line("title", "Title", "Short: it is read from across a corridor", &self.problems,
                    |described, wrong| input("text", "title", &self.title, described.as_deref(), wrong)))
                (line("words", "Words", "An empty line begins a new paragraph. Links are not possible", &self.problems, |described, wrong| html! {
                    textarea id="words" name="words" rows="10" aria-describedby=[described] aria-invalid=[wrong.then_some("true")] { (self.words) }
                }))
                }
                @if !self.personal.is_empty() { (self.sure()) }
                div class="row" { button type="submit" class="btn" { "Send it to an officer" } }
            }
        };
        self.desk.render(name, TeamSection::Posts, &self.problems, main)
    }

    fn sure(&self) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == "sure");
        html! {
            fieldset class="err" aria-describedby="sure-error" {
                legend { "Could somebody be found by this?" }
                @if let Some(problem) = problem { (super::desk_message(problem)) }
                ul { @for found in &self.personal { li { (found) } } }
                div class="pick" {
                    input type="checkbox" name="sure" id="sure" value="yes";
                    label for="sure" { "It is nobody’s: send it as it is, and let the officer look" }
                }
            }
        }
    }
}

/// What an officer is shown of a text that waits, with what looks like personal data marked.
pub fn marked(text: &str, spans: &[std::ops::Range<usize>]) -> Markup {
    let letters: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| {
        letters.get(from..to.min(letters.len())).unwrap_or_default().iter().collect::<String>()
    };
    // Plain and marked stretches in turn.
    let ends = spans.iter().flat_map(|span| [span.start, span.end]).chain([letters.len()]);
    let mut at = 0;
    let stretches: Vec<String> = ends.map(|end| part(std::mem::replace(&mut at, end), end)).collect();
    html! {
        @for (place, stretch) in stretches.iter().enumerate() {
            @if place % 2 == 1 { mark { (stretch) } } @else { (stretch) }
        }
    }
}

/// The two fields of a campaign's own words for posters in a language.
pub fn poster_fields(kind: PostKind, title: &str, words: &str, problems: &[Problem]) -> Markup {
    let lang = kind.language();
    let hint = format!(
        "One or two sentences, at most {MOST_ON_A_POSTER} characters. Have somebody who speaks the language read both"
    );
    html! {
        (line("title", "Title", "Short: it is read from across a corridor", problems, |described, wrong| html! {
            input type="text" id="title" name="title" value=(title) lang=[lang] dir=[dir(kind)] autocomplete="off" aria-describedby=[described]
                aria-invalid=[wrong.then_some("true")];
        }))
        (line("words", "What you ask", &hint, problems, |described, wrong| html! {
            textarea id="words" name="words" rows="3" lang=[lang] dir=[dir(kind)] aria-describedby=[described]
                aria-invalid=[wrong.then_some("true")] { "\n" (words) }
        }))
    }
}

/// The direction of a text that is in another language than these pages.
pub(super) fn dir(kind: PostKind) -> Option<&'static str> {
    kind.language().map(|language| if is_right_to_left(language) { "rtl" } else { "ltr" })
}

/// What is wrong with a text, by its length.
pub fn problems(kind: PostKind, title: &str, words: &str) -> Vec<Problem> {
    let most = if kind.language().is_some() { MOST_ON_A_POSTER } else { MOST_IN_A_TEXT };
    let mut problems = Vec::new();
    let mut wrong = |field, message: String| problems.push(errors::Problem { field, message });
    match title.chars().count() {
        0 => wrong("title", "Write a title".into()),
        many if many > MOST_IN_A_TITLE => {
            wrong("title", format!("Make the title shorter: at most {MOST_IN_A_TITLE} characters"))
        }
        _ => {}
    }
    match words.chars().count() {
        0 => wrong("words", "Write some words".into()),
        many if many > most => wrong("words", format!("Make it shorter: at most {most} characters")),
        _ => {}
    }
    for (field, text) in [("title", title), ("words", words)] {
        if let Some(link) = link_in(text) {
            wrong(field, format!("Links are not possible: take out “{link}”, or say in words where it is"));
        }
    }
    problems
}

/// The first word that is an address of a website.
fn link_in(text: &str) -> Option<&str> {
    let is_link = |word: &&str| {
        let word = word.to_lowercase();
        word.contains("://") || word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("www.")
    };
    text.split_whitespace().find(is_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_find_somebody_is_marked_and_every_letter_is_kept() {
        let html = marked("Ask Zoë <b> at 01905 1", &[4..7, 15..22]).into_string();
        assert_eq!(html, "Ask <mark>Zoë</mark> &lt;b&gt; at <mark>01905 1</mark>");
    }

    fn of(posts: Vec<Post>, ends: Date) -> String {
        let poster = Some(("library".to_owned(), "en".to_owned()));
        let desk = TeamDesk::sample();
        Posts { desk, posts, over: false, ends, public: None, poster, sent: false }.render().into_string()
    }

    #[test]
    fn the_public_is_said_to_see_a_text_only_once_it_does() {
        let mut post = Post {
            id: 1,
            campaign: "a".into(),
            kind: PostKind::Results,
            title: "A".into(),
            words: "B".into(),
            written_by: "member".into(),
            written_on: jiff::civil::date(2026, 11, 26),
            state: PostState::Approved,
            remark: String::new(),
            decided: None,
        };
        let said = |post: &Post, reach| state(post, Some(reach)).0;
        assert_eq!((said(&post, Reach::Public), said(&post, Reach::AfterTheEnd)), ("The public sees it", "Approved"));
        let ends = jiff::civil::date(2026, 12, 5);
        let html = of(vec![post.clone()], ends);
        assert!(
            !html.contains("The public sees it<") && html.contains("once the campaign’s page is approved"),
            "{html}"
        );
        let held = not_read(Reach::AfterTheEnd, ends);
        assert!(held.contains("once the campaign is over") && held.contains("5 December 2026"), "{held}");
        post.kind = PostKind::Posters("pl");
        assert_eq!(said(&post, Reach::Public), "On posters");
        let html = of(vec![Post { state: PostState::Waiting, ..post }], ends);
        assert!(html.contains("/places/library/poster-a4.pdf?lang=pl&amp;words=1\""), "{html}");
    }

    #[test]
    fn titles_and_words_have_a_length() {
        let page = PostKind::Page;
        assert_eq!(problems(page, "", "").len(), 2);
        assert_eq!(problems(page, &"é".repeat(80), "a"), []);
        assert_eq!(problems(page, &"é".repeat(81), &"a".repeat(4_001)).len(), 2);
        for words in ["See http://a.example.", "(HTTPS://a.example)", "on (www.a.example)"] {
            assert_eq!(problems(page, "a", words).len(), 1, "{words}");
        }
        assert_eq!(problems(page, "Ten minutes: enough", "Yes/no, 16:30. No www here"), []);
        let posters = PostKind::Posters("ur");
        assert_eq!(problems(posters, "a", &"a".repeat(220)), []);
        assert_eq!(problems(posters, "a", &"a".repeat(221)).len(), 1);
    }

    #[test]
    fn words_for_posters_are_typed_and_shown_in_their_language() {
        let fields = poster_fields(PostKind::Posters("ur"), "آپ کی رائے", "<b>", &[]).into_string();
        assert!(fields.matches("lang=\"ur\" dir=\"rtl\"").count() == 2 && fields.contains("&lt;b&gt;"), "{fields}");
        assert_eq!((dir(PostKind::Posters("pl")), dir(PostKind::Page)), (Some("ltr"), None));
    }
}
