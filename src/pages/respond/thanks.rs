//! After sending: it is in, the code to keep, what happens next, who to talk to.

use maud::{Markup, html};

use super::{Frame, day};
use crate::pages::components::{help, scene};
use crate::survey::{Consultation, Edition};

/// The page after sending.
#[derive(Debug, Clone, Copy)]
pub struct Thanks<'a> {
    pub frame: Frame<'a>,
    /// The receipt in groups of four.
    pub receipt: &'a str,
}

impl Thanks<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let consultation = self.frame.consultation;
        let child = self.frame.edition == Edition::Child;
        let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
        let title = "Thank you. Your answers are in.";
        self.frame.page("Thank you. Your answers are in").render(html! {
            div class="say ask" {
                h1 { (title) }
                p { @if child { "What you said is safe with us. It will be read." }
                    @else { "They are stored, and will be read and counted with everyone else’s." } }
            }
            @if child { (scene::gathering(&perspectives)) }
            section aria-labelledby="code" {
                h2 id="code" { "Keep this code" }
                p { @if child { "With this code you can see your answers again, or rub them out. A grown-up can help you keep it." }
                    @else { "It is the only way to see or erase your answers. We do not know which answers are yours, so we cannot send it again." } }
                p class="code" { @for group in self.receipt.split('-') { span { (group) } " " } }
                p class="row" {
                    a class="btn two" href=(self.frame.href("/receipt.txt")) download="heard-code.txt" { "Save it as a file" }
                    span class="noprint" { "or print this page, or write it down." }
                }
            }
            (self.next())
            section aria-labelledby="shared" class="noprint" {
                h2 id="shared" { "Is this computer or phone shared?" }
                p { "Finish here, so that the next person cannot see your code." }
                form class="row" method="post" action=(self.frame.href("/finish")) { button type="submit" class="btn" { "Finish" } }
            }
            section aria-labelledby="talk" {
                h2 id="talk" { "Who to talk to" }
                (help::cards(&consultation.help))
            }
        })
    }

    fn next(&self) -> Markup {
        let consultation = self.frame.consultation;
        html! {
            section aria-labelledby="next" {
                h2 id="next" { "What happens next" }
                ol class="steps" {
                    li { b { "Today" } " your answers are stored." }
                    li class="no" { b { "Until " (day(consultation.closes)) } " other people answer." }
                    li class="no" { b { "After that" } " everything is read and counted. " (consultation.organisation)
                        " says what people said, what was decided because of it, and what was not done and why. " }
                }
                p { a href={ (self.frame.href("")) "#happens" } { "What happens with what you say, in full" } }
            }
        }
    }
}

/// The code as a text file to keep. `website` is the address people type, where it is known.
pub fn file(consultation: &Consultation, receipt: &str, website: Option<&str>) -> String {
    let title = &consultation.default_words().title;
    let website = website.map_or_else(String::new, |website| format!(" at {}/receipt", website.trim_end_matches('/')));
    format!(
        "{title}\r\n{}\r\n\r\nYour code:\r\n\r\n    {receipt}\r\n\r\nWith it you can see or erase your answers{website}.\r\n\
         Nobody can send it to you again.\r\n",
        consultation.organisation
    )
}
