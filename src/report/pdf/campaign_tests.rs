//! Posters, cards and slides read back as a phone reads them: the picture is decoded, not the grid it was made from.

use jiff::civil::date;

use super::*;

fn words(language: &str) -> CampaignSet {
    let (title, goal) = match language {
        "ur" => ("ہماری آواز", "ہمیں بتائیں کہ یہاں بڑا ہونا کیسا ہے۔"),
        _ => ("Find the quiet half", "All summer we come to where you are. Tell us what growing up here is like."),
    };
    CampaignSet {
        title: title.into(),
        team: "Worcestershire Youth Cabinet".into(),
        organisation: "Worcestershire County Council".into(),
        own_title: (language == "ur").then(|| "Find the quiet half".into()),
        own_language: "en".into(),
        language: language.into(),
        title_language: language.into(),
        day: date(2026, 11, 26),
        goal: goal.into(),
        call: "Have your say".into(),
        until: "Open until 19 December.".into(),
        no_name: "No name needed.".into(),
        how: "Scan the code or type the address".into(),
        points: vec!["No name.".into(), "Skip anything.".into(), "We say what happens.".into()],
        points_title: "How it works".into(),
        talk_title: "Talk to somebody".into(),
        talk: vec![("Childline".into(), "0800 1111".into())],
        address: "https://heard.worcestershire.example/go/redditch-library".into(),
        shown_address: "heard.worcestershire.example/go/redditch-library".into(),
        place: "Redditch Library".into(),
        colour: "#5a1d5c".into(),
        tint: "#f0e9f0".into(),
        draft: None,
    }
}

struct Picture {
    width: usize,
    height: usize,
    /// Grey from 0 to 255, row by row.
    grey: Vec<u8>,
}

fn read(png: &[u8]) -> Picture {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgba, png::BitDepth::Eight));
    let pixels = bytes[..info.buffer_size()].chunks_exact(4);
    let grey = |pixel: &[u8]| {
        assert_eq!(pixel[3], 255, "no part of a picture is see-through");
        (pixel[..3].iter().map(|part| u32::from(*part)).sum::<u32>() / 3) as u8
    };
    Picture { width: info.width as usize, height: info.height as usize, grey: pixels.map(grey).collect() }
}

/// What the codes of a picture hold, with the width of each in dots.
fn codes(picture: &Picture) -> Vec<(String, f64)> {
    let grey = |x: usize, y: usize| picture.grey[y * picture.width + x];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, grey);
    let found = image.detect_grids().into_iter().filter_map(|grid| {
        let [one, other, ..] = grid.bounds;
        let side = f64::from((one.x - other.x).pow(2) + (one.y - other.y).pow(2)).sqrt();
        Some((grid.decode().ok()?.1, side))
    });
    found.collect()
}

#[test]
fn every_poster_card_and_slide_show_holds_its_address_for_a_phone_to_read() {
    let sizes = [(1240, 1754), (1754, 2481), (1080, 1080), (1080, 1920), (1920, 1080)];
    for language in ["en", "ur"] {
        let words = words(language);
        for (material, (width, height)) in Material::ALL.into_iter().zip(sizes) {
            let pages = campaign_pictures(material, &words).unwrap();
            let pictures: Vec<Picture> = pages.iter().map(|page| read(page)).collect();
            for picture in &pictures {
                let near = picture.width.abs_diff(width) <= 1 && picture.height.abs_diff(height) <= 1;
                assert!(near, "{material:?}: {} by {}", picture.width, picture.height);
            }
            let found: Vec<(String, f64)> = pictures.iter().flat_map(codes).collect();
            assert!(!found.is_empty(), "{material:?} in {language} has no code that can be read");
            assert!(found.iter().all(|(address, _)| *address == words.address), "{material:?}: {found:?}");
        }
    }
}

#[test]
fn a_printed_code_can_be_scanned_from_where_people_stand() {
    // A phone reads a code from ten times its width: half a metre before a sheet of A4, three quarters before A3.
    for (paper, least) in [(Paper::A4, 50.0), (Paper::A3, 75.0)] {
        let pages = campaign_pictures(Material::Poster(paper), &words("en")).unwrap();
        let found = codes(&read(&pages[0]));
        let millimetres = found[0].1 / PRINT_DPI * 25.4;
        assert!(millimetres >= least, "{paper:?}: {millimetres} mm");
    }
}

#[test]
fn every_one_is_an_accessible_pdf_in_each_language_and_long_words_still_fit_on_one_page() {
    for language in ["en", "cy", "pl", "ro", "ur"] {
        for material in Material::ALL {
            assert!(campaign_pdf(material, &words(language)).unwrap().starts_with(b"%PDF-"), "{material:?} {language}");
        }
    }
    let long = CampaignSet {
        title: "Every young person in Worcestershire and the villages around it deserves to be asked".into(),
        goal: "word ".repeat(60),
        draft: Some("Draft: not approved yet".into()),
        ..words("en")
    };
    for material in
        [Material::Poster(Paper::A4), Material::Poster(Paper::A3), Material::SquareCard, Material::StoryCard]
    {
        let pages = campaign_pictures(material, &long).unwrap();
        assert_eq!(pages.len(), 1, "{material:?}");
        assert_eq!(codes(&read(&pages[0])).len(), 1, "{material:?}: the code stays whole beside long words");
    }
}

/// The longest that each field can be.
fn longest() -> CampaignSet {
    let place = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch C".to_owned();
    assert_eq!(place.chars().count(), 60);
    CampaignSet {
        title: "Every young person in Worcestershire and the villages around it deserves to be asked, before anybody \
                decides anything"
            .into(),
        team: place.clone(),
        organisation: "Worcestershire County Council with the Herefordshire and Worcestershire NHS Trust".into(),
        own_title: Some(place.clone()),
        goal: format!("{} …", "What should change where you live, and who should do it? ".repeat(4).trim()),
        call: "Dweud eich dweud a phleidleisio nawr".into(),
        until: "Otwarte do: poniedziałek, 19 października 2026 r.".into(),
        no_name: "Nie trzeba podawać imienia ani nazwiska.".into(),
        points: vec!["You can skip any question, and go back and change what you said before you send it.".into(); 4],
        talk: vec![
            (
                "Family Front Door of the county council, for everybody who is not yet 25".into(),
                "01905 822666".into()
            );
            3
        ],
        address: "https://consultations.children.worcestershire.example/go/the-youth-centre-at".into(),
        shown_address: "consultations.children.worcestershire.example/go/the-youth-centre-at".into(),
        place,
        ..words("en")
    }
}

#[test]
fn the_longest_words_reach_no_edge_and_no_other_page() {
    for language in ["en", "ur"] {
        let short = words(language);
        let long = CampaignSet { language: language.into(), ..longest() };
        for material in Material::ALL {
            let pictures = |words: &CampaignSet| -> Vec<Picture> {
                campaign_pictures(material, words).unwrap().iter().map(|page| read(page)).collect()
            };
            let (short, pages) = (pictures(&short), pictures(&long));
            assert_eq!(short.len(), pages.len(), "{material:?}");
            for (at, (short, long)) in short.iter().zip(&pages).enumerate() {
                let (wide, high) = (short.width, short.height);
                // Two hundredths along the sides and the lower edge, where every template leaves room.
                let edge = |x: usize, y: usize| x * 50 < wide || (wide - x) * 50 < wide || (high - y) * 50 < high;
                let all = (0..wide * high).filter(|at| edge(at % wide, at / wide));
                let changed = all.filter(|at| short.grey[*at].abs_diff(long.grey[*at]) > 8).count();
                assert_eq!(changed, 0, "{material:?} page {} in {language}: words reach the edge", at + 1);
            }
        }
    }
}

#[test]
fn a_draft_says_so_along_the_upper_edge_and_moves_nothing() {
    for material in Material::ALL {
        let pictures = |draft: Option<&str>| -> Vec<Picture> {
            let words = CampaignSet { draft: draft.map(str::to_owned), ..words("en") };
            campaign_pictures(material, &words).unwrap().iter().map(|page| read(page)).collect()
        };
        for (plain, draft) in pictures(None).iter().zip(&pictures(Some("Draft: not approved yet"))) {
            let rows = plain.height * 6 / 100..plain.height;
            // Headings of slides move under it, within their band.
            let band = if material == Material::Slides { plain.height * 24 / 100 } else { rows.start };
            let differ = |rows: std::ops::Range<usize>| {
                let all = rows.start * plain.width..rows.end * plain.width;
                all.filter(|at| plain.grey[*at].abs_diff(draft.grey[*at]) > 8).count()
            };
            assert_eq!(differ(band..rows.end), 0, "{material:?}");
            assert!(differ(0..rows.start) > 500, "{material:?}");
        }
    }
}

#[test]
fn names_of_files_are_read_back() {
    for material in Material::ALL {
        assert_eq!(Material::parse(material.as_str()), Some(material));
    }
    assert_eq!(Material::parse("mug"), None);
}
