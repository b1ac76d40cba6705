//! A file being written in one of the formats.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::Format;
use crate::report::csv::CsvWriter;
use crate::report::dataset::{Dataset, Record};
use crate::report::json::{JsonWriter, Opening};
use crate::report::package::PackageWriter;
use crate::report::sav::SavWriter;
use crate::report::xlsx::{Style, XlsxWriter};

/// A file that appears under its name only when it is whole, and can be read by its owner alone.
pub(super) struct Sink<'a> {
    pub(super) format: Format,
    pub(super) path: PathBuf,
    partial: PathBuf,
    writer: Writer<'a>,
}

enum Writer<'a> {
    Csv(Box<CsvWriter<BufWriter<File>>>),
    Json(JsonWriter<BufWriter<File>>),
    Xlsx(Box<XlsxWriter<'a>>, BufWriter<File>),
    Sav(Box<SavWriter<'a, File>>, BufWriter<File>),
    Package(Box<PackageWriter<'a, File>>, BufWriter<File>),
}

impl<'a> Sink<'a> {
    /// Begins a file. What a format must put aside goes into its folder, into files without a name.
    pub(super) fn new(dataset: &'a Dataset, style: Style, format: Format, path: &Path) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let partial = path.with_file_name(name);
        let out = BufWriter::new(open_private(&partial)?);
        let aside = || tempfile::tempfile_in(folder);
        let begun = || -> io::Result<Writer<'a>> {
            Ok(match format {
                Format::Csv => Writer::Csv(Box::new(CsvWriter::new(out, &dataset.names())?)),
                Format::Json => Writer::Json(JsonWriter::new(out, &opening(dataset))?),
                Format::Xlsx => Writer::Xlsx(Box::new(XlsxWriter::new(dataset, style, folder)?), out),
                Format::Sav => Writer::Sav(Box::new(SavWriter::new(dataset, aside()?)), out),
                Format::Package => Writer::Package(Box::new(PackageWriter::new(dataset, aside)?), out),
            })
        };
        match begun() {
            Ok(writer) => Ok(Self { format, path: path.to_owned(), partial, writer }),
            Err(error) => {
                let _ = std::fs::remove_file(&partial);
                Err(error)
            }
        }
    }

    /// Writes one response.
    pub(super) fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        match &mut self.writer {
            Writer::Csv(writer) => writer.write(&record.cells),
            Writer::Json(writer) => writer.write(record.response),
            Writer::Xlsx(writer, _) => writer.write(record),
            Writer::Sav(writer, _) => writer.write(record),
            Writer::Package(writer, _) => writer.write(record),
        }
    }

    /// Writes what is still missing; gives the whole file, and how many texts were cut because it cannot hold more of
    /// them.
    pub(super) fn finish(self) -> io::Result<(Whole, usize)> {
        let whole = Whole { format: self.format, path: self.path, partial: self.partial };
        let finished = match self.writer {
            Writer::Csv(writer) => writer.finish().map(|out| (out, 0)),
            Writer::Json(writer) => writer.finish().map(|out| (out, 0)),
            Writer::Xlsx(writer, out) => writer.finish(out),
            Writer::Sav(writer, out) => writer.finish(out),
            Writer::Package(writer, out) => writer.finish(out).map(|out| (out, 0)),
        };
        let synced = finished.and_then(|(mut out, cut)| {
            out.flush()?;
            out.get_ref().sync_all()?;
            Ok(cut)
        });
        match synced {
            Ok(cut) => Ok((whole, cut)),
            Err(error) => {
                whole.discard();
                Err(error)
            }
        }
    }

    /// Takes away what was written.
    pub(super) fn discard(self) {
        let _ = std::fs::remove_file(self.partial);
    }
}

/// A file that is whole and has not its name yet.
pub(super) struct Whole {
    pub(super) format: Format,
    pub(super) path: PathBuf,
    partial: PathBuf,
}

impl Whole {
    /// Gives it its name.
    pub(super) fn appear(&self) -> io::Result<()> {
        std::fs::rename(&self.partial, &self.path)
    }

    /// Takes it away.
    pub(super) fn discard(&self) {
        // What went wrong first is what matters.
        let _ = std::fs::remove_file(&self.partial);
    }
}

fn opening(dataset: &Dataset) -> Opening {
    Opening {
        consultation: dataset.key.clone(),
        exported_on: dataset.exported_on.clone(),
        redacted: dataset.redacted,
        illustrative: dataset.illustrative,
        code_frames: dataset.frames.clone(),
    }
}

fn open_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
