//! A team's tasks and events as a calendar file (RFC 5545) that phones take in.

use super::definition::{Task, TaskKind};

/// The most bytes of one line; longer ones go on in the next, after a space.
const LINE: usize = 75;

/// The file. `website` makes identifiers that no other calendar has, `stamp` is when it is made, as `20261126T080000Z`.
pub fn calendar(name: &str, website: &str, stamp: &str, tasks: &[Task]) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//Heard//Campaign//EN".into()];
    lines.push(format!("X-WR-CALNAME:{}", escaped(name)));
    let host = website.split("://").last().unwrap_or(website);
    for task in tasks.iter().filter(|task| !task.done) {
        let day = task.on.strftime("%Y%m%d");
        lines.extend(["BEGIN:VEVENT".to_owned(), format!("UID:{:x}@{host}", task.id), format!("DTSTAMP:{stamp}")]);
        lines.push(match task.begins {
            // Without a zone: whoever reads it is where it happens.
            Some(time) => format!("DTSTART:{day}T{}", time.strftime("%H%M00")),
            None => format!("DTSTART;VALUE=DATE:{day}"),
        });
        let what = match task.kind {
            TaskKind::Task => format!("To do: {}", task.what),
            TaskKind::Event => task.what.clone(),
        };
        lines.push(format!("SUMMARY:{}", escaped(&what)));
        if !task.place.is_empty() {
            lines.push(format!("LOCATION:{}", escaped(&task.place)));
        }
        if !task.who.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&task.who)));
        }
        lines.push("END:VEVENT".into());
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().map(|line| folded(line)).collect()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != '\r') {
        match c {
            '\n' => escaped.push_str("\\n"),
            ',' | ';' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

fn folded(line: &str) -> String {
    let (mut folded, mut width) = (String::new(), 0);
    for c in line.chars() {
        if width + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(c);
        width += c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn event(what: &str) -> Task {
        let (kind, on, begins) = (TaskKind::Event, date(2026, 12, 1), Some(time(16, 30, 0, 0)));
        let (who, place) = (String::new(), "Hall, upstairs".to_owned());
        Task { id: 255, kind, what: what.into(), who, place, on, begins, done: false }
    }

    #[test]
    fn an_event_has_its_day_and_time_and_a_finished_task_is_left_out() {
        let task = Task { kind: TaskKind::Task, begins: None, done: true, ..event("Posters") };
        let file = calendar("A", "https://heard.example", "20261126T080000Z", &[event("Stall"), task]);
        let expected = "BEGIN:VEVENT\r\nUID:ff@heard.example\r\nDTSTAMP:20261126T080000Z\r\nDTSTART:20261201T163000\r\n\
             SUMMARY:Stall\r\nLOCATION:Hall\\, upstairs\r\nEND:VEVENT\r\n";
        assert!(file.contains(expected), "{file}");
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn words_cannot_begin_a_line_of_their_own_and_no_line_is_too_long() {
        let what = format!("a\r\nEND:VEVENT;{}", "é".repeat(100));
        let file = calendar("A", "https://heard.example", "20261126T080000Z", &[event(&what)]);
        assert_eq!(file.matches("END:VEVENT\r\n").count(), 1, "{file}");
        assert!(file.split("\r\n").all(|line| line.len() <= LINE), "{file}");
    }
}
