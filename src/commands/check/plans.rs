//! How plans fit together: a local plan and the county's, and targets that an earlier plan has reached.
//!
//! Leaves out what each plan says alone, and what does not fit, which `plan` knows.

use super::Checked;
use crate::finding::Finding;
use crate::library::Library;
use crate::plan;

impl Checked {
    /// What plans say of each other: local plans that do not fit the county's, targets reached before.
    pub(super) fn plans_beside_each_other(&mut self) {
        let all: Vec<&plan::Plan> = self.plans.iter().map(|(_, plan)| plan).collect();
        for (file, plan) in &self.plans {
            self.findings.extend(plan::check_earlier(file, plan, &all));
            let county = all.iter().find(|other| Some(&other.key) == plan.inherits.as_ref());
            self.findings.extend(county.map(|county| plan::check_local(file, plan, county)).unwrap_or_default());
        }
    }

    /// The same of local plans whose county's plan is not among what is checked, but in the library.
    pub(super) fn plans_beside_the_rest(&mut self, library: &Library) {
        for (file, plan) in &self.plans {
            let Some(inherits) = plan.inherits.as_ref() else { continue };
            if self.plans.iter().all(|(_, other)| other.key != *inherits) {
                self.findings.extend(match library.find_plan(inherits) {
                    Some(county) => plan::check_local(file, plan, county),
                    None => vec![Finding::error(file, "inherits", format!("there is no plan \"{inherits}\""))],
                });
            }
        }
    }
}
