//! Posters, cards and slides as files: one, all of a place, or all of a campaign in one archive.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use tokio::sync::Semaphore;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::drive::Drive;
use super::words::{self, Which};
use crate::campaign::{Place, PostKind, ShortWord};
use crate::report::pdf::{CampaignSet, Material, campaign_pdf, campaign_pictures};
use crate::store::{Store, StoreError};
use crate::web::{Form, PageError, State, address, today};

/// Setting pages takes a whole processor, so no more than this many at once; others wait their turn.
static TURNS: Semaphore = Semaphore::const_new(1);

/// A file by its name and its contents.
type Named = (String, Vec<u8>);

/// `poster-a4.pdf`, `card-square.png`, `slides.zip` with a picture of each, `slides-2.png` or `set.zip` of one place.
pub async fn one(
    state: web::Data<State>,
    path: web::Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (campaign, word, file) = path.into_inner();
    let (lang, which) = (lang(&request), which(&request));
    let website = address::website(&state, &request);
    let _turn = TURNS.acquire().await.map_err(PageError::broken)?;
    let made = web::block(move || {
        let drive = Drive::get(&state, &campaign)?;
        let word = ShortWord::parse(&word).ok_or_else(PageError::not_found)?;
        let place = state.store.find_place(&word)?.filter(|place| place.campaign == campaign);
        let place = place.ok_or_else(PageError::not_found)?;
        let lang = chosen(&state.store, &drive, &lang, which)?;
        let set = words::of_place(&state.store, &drive, &place, &lang, &website, which)?;
        let draft = if which == Which::Approved { "" } else { "-draft" };
        let stem = format!("{campaign}-{}{draft}", place.word.as_str());
        if file == "set.zip" {
            return Ok((format!("{stem}.zip"), archive(files_of(&set)?)?));
        }
        if let Some(material) = file.strip_suffix(".zip").and_then(Material::parse) {
            return Ok((format!("{stem}-{file}"), archive(pictures_of(material, &set)?)?));
        }
        let (name, contents) = single(&file, &set)?;
        Ok::<_, PageError>((format!("{stem}-{name}"), contents))
    });
    let (name, contents) = made.await??;
    Ok(send(&name, contents))
}

/// Everything for every place, a folder each.
pub async fn whole(
    state: web::Data<State>,
    campaign: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let lang = lang(&request);
    let website = address::website(&state, &request);
    let _turn = TURNS.acquire().await.map_err(PageError::broken)?;
    let made = web::block(move || {
        let drive = Drive::get(&state, &campaign)?;
        let lang = chosen(&state.store, &drive, &lang, Which::Approved)?;
        let (mut files, mut folders) = (Vec::new(), BTreeSet::new());
        for counted in state.store.count_places(&campaign, today())? {
            let place: Place = counted.place;
            let set = words::of_place(&state.store, &drive, &place, &lang, &website, Which::Approved)?;
            // A second place of the same name is told apart by its word.
            let plain = folder_of(&place.name);
            let taken = folders.contains(&plain.to_lowercase()) || plain.is_empty();
            let folder = if taken { format!("{plain} {}", place.word.as_str()).trim().to_owned() } else { plain };
            folders.insert(folder.to_lowercase());
            files.extend(files_of(&set)?.into_iter().map(|(name, contents)| (format!("{folder}/{name}"), contents)));
        }
        Ok::<_, PageError>((format!("{campaign}-{lang}.zip"), archive(files)?))
    });
    let (name, contents) = made.await??;
    Ok(send(&name, contents))
}

fn lang(request: &HttpRequest) -> String {
    Form::parse(request.query_string()).unwrap_or_default().text("lang").to_owned()
}

/// Whether words that wait are asked for, to look at: `?words=sent`, or one text by its identifier.
fn which(request: &HttpRequest) -> Which {
    match Form::parse(request.query_string()).unwrap_or_default().text("words") {
        "sent" => Which::Sent,
        text => i64::from_str_radix(text, 16).map_or(Which::Approved, Which::Text),
    }
}

/// The language asked for where the campaign has it, or has sent words in it that are asked for; or else its own.
fn chosen(store: &Store, drive: &Drive, lang: &str, which: Which) -> Result<String, StoreError> {
    let posts = store.list_posts(&drive.campaign.key)?;
    let sent = PostKind::posters(lang).filter(|_| which != Which::Approved);
    if sent.is_some_and(|kind| words::waiting(&posts, kind).is_some()) {
        return Ok(lang.to_owned());
    }
    let languages = words::languages(drive, &posts);
    let found = languages.iter().find(|known| *known == lang).or(languages.first());
    Ok(found.cloned().unwrap_or_else(|| "en".to_owned()))
}

/// One file by its name. Of slides, `slides.png` is the first and `slides-2.png` the second page.
fn single(file: &str, set: &CampaignSet) -> Result<Named, PageError> {
    let (stem, kind) = file.rsplit_once('.').ok_or_else(PageError::not_found)?;
    if let (Some(material), "pdf") = (Material::parse(stem), kind) {
        return Ok((file.to_owned(), campaign_pdf(material, set).map_err(PageError::broken)?));
    }
    let (stem, page) = match stem.strip_prefix("slides-").and_then(|page| page.parse::<usize>().ok()) {
        Some(page) => ("slides", page),
        None => (stem, 1),
    };
    let material = Material::parse(stem).filter(|_| kind == "png").ok_or_else(PageError::not_found)?;
    let pages = campaign_pictures(material, set).map_err(PageError::broken)?;
    let picture = pages.into_iter().nth(page.wrapping_sub(1)).ok_or_else(PageError::not_found)?;
    Ok((file.to_owned(), picture))
}

/// A folder's name that people know a place by and that every system can hold.
fn folder_of(name: &str) -> String {
    let plain = |c: char| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c };
    let name: String = name.chars().map(plain).collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['.', ' ']).to_owned()
}

/// Everything of a place.
fn files_of(set: &CampaignSet) -> Result<Vec<Named>, PageError> {
    let mut files = Vec::new();
    for material in Material::ALL {
        let name = material.name();
        files.push((format!("{name}.pdf"), campaign_pdf(material, set).map_err(PageError::broken)?));
        files.extend(pictures_of(material, set)?);
    }
    Ok(files)
}

/// Every page of a thing as a picture.
fn pictures_of(material: Material, set: &CampaignSet) -> Result<Vec<Named>, PageError> {
    let (name, pages) = (material.name(), campaign_pictures(material, set).map_err(PageError::broken)?);
    let one = pages.len() == 1;
    let named = |(at, page)| (if one { format!("{name}.png") } else { format!("{name} {at}.png") }, page);
    Ok((1..).zip(pages).map(named).collect())
}

fn archive(files: Vec<Named>) -> Result<Vec<u8>, PageError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Pictures and PDFs are small already.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, contents) in files {
        zip.start_file(name, options).map_err(PageError::broken)?;
        zip.write_all(&contents).map_err(PageError::broken)?;
    }
    Ok(zip.finish().map_err(PageError::broken)?.into_inner())
}

fn send(name: &str, contents: Vec<u8>) -> HttpResponse {
    let (kind, how) = match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("pdf") => ("application/pdf", "inline"),
        Some("png") => ("image/png", "inline"),
        _ => ("application/zip", "attachment"),
    };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, format!("{how}; filename=\"{name}\"")))
        .body(contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_called_as_its_place_and_holds_nothing_that_a_system_refuses() {
        assert_eq!(folder_of("The Hive, Worcester"), "The Hive, Worcester");
        assert_eq!(folder_of("Café “Ülö”: 6/7 <b>\n.."), "Café “Ülö” 6 7 b");
        assert_eq!((folder_of("../../etc"), folder_of("...")), ("etc".to_owned(), String::new()));
    }
}
