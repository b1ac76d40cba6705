//! `/campaigns/{campaign}/posts`: what a team writes for the public. It is looked through for personal data first and
//! then waits for an officer.

use actix_web::{HttpRequest, HttpResponse, web};

use super::drive::{Drive, desk};
use super::personal_data::personal_data_in;
use crate::campaign::{Post, PostKind, PostState, Template};
use crate::pages::campaign::posts::{Posts, Write, problems};
use crate::pages::components::errors::Problem;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// The most texts of a campaign that may wait at once.
const MOST_WAITING: usize = 20;

/// Shows what was written.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let sent = Form::parse(request.query_string()).unwrap_or_default().text("sent") == "1";
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let posts = state.store.list_posts(&key)?;
        let public = Drive::approved(&posts, PostKind::Page).map(|_| format!("/campaign/{key}"));
        let (over, ends) = (drive.is_over(), drive.last_day());
        let place = state.store.count_places(&key, today())?.into_iter().next();
        let own = drive.campaign.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
        let poster = place.map(|counted| (counted.place.word.as_str().to_owned(), own));
        let page = Posts { desk: desk(&state, &signed_in, Some(&drive))?, posts, over, ends, public, poster, sent };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Shows the form; with the words of a text that was sent back where one is asked for, or else, of a kind that only one
/// is shown of, with what was written last.
pub async fn write(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let (key, kind) = path.into_inner();
    let kind = PostKind::parse(&kind).ok_or_else(PageError::not_found)?;
    let again = Form::parse(request.query_string()).unwrap_or_default().text("again").to_owned();
    let again = i64::from_str_radix(&again, 16).ok();
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let mut posts: Vec<Post> = state.store.list_posts(&key)?.into_iter().filter(|post| post.kind == kind).collect();
        let returned = posts.iter().position(|post| Some(post.id) == again && post.state == PostState::Returned);
        let last = match returned {
            Some(at) => Some(posts.swap_remove(at)),
            None => posts.into_iter().next().filter(|_| kind != PostKind::News),
        };
        let goal = Template::find(&drive.campaign.template).map_or("", |template| template.goal);
        let (title, words) = match (last, kind) {
            (Some(post), _) => (post.title, post.words),
            (None, PostKind::Page) => (drive.campaign.name.clone(), goal.to_owned()),
            (None, _) => (String::new(), String::new()),
        };
        let desk = desk(&state, &signed_in, Some(&drive))?;
        let page = Write { desk, kind, title, words, personal: Vec::new(), problems: Vec::new() };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Sends a text to an officer, or shows it again with what looks like personal data.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let (key, kind) = path.into_inner();
    let kind = PostKind::parse(&kind).ok_or_else(PageError::not_found)?;
    let done = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let title = form.text("title").split_whitespace().collect::<Vec<_>>().join(" ");
        let words = form.text("words").replace("\r\n", "\n").trim().to_owned();
        let mut wrong = problems(kind, &title, &words);
        let waiting = state.store.list_posts(&key)?.iter().filter(|post| post.state == PostState::Waiting).count();
        if waiting >= MOST_WAITING {
            let message = "Many texts of this campaign wait already. Ask an officer to read them first".to_owned();
            wrong.push(Problem { field: "words", message });
        }
        let found: Vec<String> = [&title, &words].into_iter().flat_map(|text| personal_data_in(text)).collect();
        let sure = form.text("sure") == "yes";
        if !found.is_empty() && !sure {
            let message = "Take out what somebody could be found by, or say that it is nobody’s".to_owned();
            wrong.push(Problem { field: "sure", message });
        }
        if !wrong.is_empty() {
            let desk = desk(&state, &signed_in, Some(&drive))?;
            let page = Write { desk, kind, title, words, personal: found, problems: wrong };
            return Ok(Err(page.render().into_string()));
        }
        let post = Post {
            id: 0,
            campaign: key.clone(),
            kind,
            title,
            words,
            written_by: signed_in.user.clone(),
            written_on: today(),
            state: PostState::Waiting,
            remark: String::new(),
            decided: None,
        };
        state.store.save_post(&post)?;
        Ok::<_, PageError>(Ok(format!("/campaigns/{key}/posts?sent=1")))
    });
    Ok(reply::after_form(done.await??))
}
