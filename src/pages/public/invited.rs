//! Where a school or a club that was invited says that it wants no more invitations.

use maud::{Markup, html};

use super::Front;

/// Asks, or, without a code, says that it is done.
pub fn leave(front: Front<'_>, code: Option<&str>) -> Markup {
    let say = front.words;
    let title = match code {
        Some(_) => say.say("invited-leave-title"),
        None => say.say("invited-left-title"),
    };
    front.page(title).render(html! {
        div class="say ask" { h1 { (title) } }
        @if let Some(code) = code {
            p { (say.say("invited-leave-words")) }
            form method="post" action={ "/invited/leave?code=" (code) } {
                div class="row" { button type="submit" class="btn" { (say.say("invited-leave-button")) } }
            }
        } @else { p { (say.say("invited-left-words")) } }
    })
}
