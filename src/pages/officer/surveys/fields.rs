//! The fields of the editor's forms: a line, an area, a list to choose from, a box to tick.

use maud::{Markup, html};

/// The identifier of a field by its name. A name has parts between `|`; an edition may hold `/` and `@`.
pub fn id_of(name: &str) -> String {
    name.replace('|', "_").replace('/', "_s_").replace('@', "_a_")
}

/// One field to write in.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    /// The language of what is written, where it is known.
    pub lang: Option<&'a str>,
    /// It must be there and is not.
    pub missing: bool,
    /// The same in the default language, to be translated.
    pub beside: Option<(&'a str, &'a str)>,
}

impl<'a> Field<'a> {
    /// A field with nothing but its label and what is in it.
    pub fn new(name: &'a str, label: &'a str, value: &'a str) -> Self {
        Self { name, label, hint: None, value, lang: None, missing: false, beside: None }
    }

    /// The same with a line on how to fill it in.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// On one line.
    pub fn line(&self) -> Markup {
        let id = id_of(self.name);
        self.around(&id, html! {
            input type="text" id=(id) name=(self.name) value=(self.value) lang=[self.lang] dir="auto" autocomplete="off"
                aria-describedby=[self.described(&id)];
        })
    }

    /// A day, as browsers let one be picked or typed.
    pub fn date(&self) -> Markup {
        let id = id_of(self.name);
        self.around(
            &id,
            html! { input type="date" id=(id) name=(self.name) value=(self.value) aria-describedby=[self.described(&id)]; },
        )
    }

    /// On several lines.
    pub fn area(&self, rows: usize) -> Markup {
        let id = id_of(self.name);
        self.around(
            &id,
            html! {
                textarea id=(id) name=(self.name) rows=(rows) lang=[self.lang] dir="auto" autocomplete="off"
                    aria-describedby=[self.described(&id)] { "\n" (self.value) }
            },
        )
    }

    fn described(&self, id: &str) -> Option<String> {
        let hint = self.hint.map(|_| format!("{id}_hint"));
        let beside = self.beside.map(|_| format!("{id}_beside"));
        let all = hint.into_iter().chain(beside).collect::<Vec<_>>().join(" ");
        (!all.is_empty()).then_some(all)
    }

    fn around(&self, id: &str, input: Markup) -> Markup {
        html! {
            div {
                label for=(id) { (self.label) @if self.missing { " " span class="tag late" { "missing" } } }
                @if let Some(hint) = self.hint { p class="hint" id={ (id) "_hint" } { (hint) } }
                @if let Some((text, lang)) = self.beside { p class="hint kept" id={ (id) "_beside" } lang=(lang) { (text) } }
                (input)
            }
        }
    }
}

/// A list to choose one from: values and what they are called.
pub fn select(name: &str, label: &str, choices: &[(String, String)], chosen: &str) -> Markup {
    let id = id_of(name);
    html! {
        div {
            label for=(id) { (label) }
            select id=(id) name=(name) {
                @for (value, text) in choices {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
        }
    }
}

/// A box to tick; `id` is its own where several share a name.
pub fn tick(name: &str, value: &str, label: &str, on: bool) -> Markup {
    let id = id_of(&format!("{name}|{value}"));
    html! {
        div class="pick" {
            input type="checkbox" id=(id) name=(name) value=(value) checked[on];
            label for=(id) { (label) }
        }
    }
}

/// Choices whose value and name are the same, with an empty one in front where `none` names it.
pub fn choices<'a>(none: Option<&str>, values: impl IntoIterator<Item = &'a str>) -> Vec<(String, String)> {
    let none = none.map(|text| (String::new(), text.to_owned()));
    none.into_iter().chain(values.into_iter().map(|value| (value.to_owned(), value.to_owned()))).collect()
}
