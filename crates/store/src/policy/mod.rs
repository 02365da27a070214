//! A school's own policies as they are kept: every version for good, because papers and runs name them; and
//! which policy holds in a school year.
//!
//! Must never: change or drop a version (the schema guards that too), or read a parameter that this program
//! does not know as if it were blank.

use rusqlite::Row;

use domain::id::PolicyId;
use domain::policy::{Edit, EditedPolicy, Key, Track, UNSET};
use domain::year::SchoolYear;

use crate::column;
use crate::error::Error;
use crate::field::Fields;
use crate::records::Records;
use crate::tx::Tx;

impl Records {
    /// The latest version of each own policy, by name.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn policies(&self) -> Result<Vec<EditedPolicy>, Error> {
        self.all(include_str!("list.sql"), &[], read)?
            .into_iter()
            .map(|policy| self.with_edits(policy))
            .collect()
    }

    /// A version of an own policy, the latest when `version` is not given.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy(
        &self,
        id: PolicyId,
        version: Option<u32>,
    ) -> Result<Option<EditedPolicy>, Error> {
        self.first(
            include_str!("get.sql"),
            &[(":id", &id.to_string()), (":version", &version)],
            read,
        )?
        .map(|policy| self.with_edits(policy))
        .transpose()
    }

    /// The stamp of the policy that was chosen for a school year or last before it, such as `P3@1`; none when none
    /// ever was.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn policy_of_year(&self, year: SchoolYear) -> Result<Option<String>, Error> {
        self.first(
            include_str!("get_year.sql"),
            &[(":year", &year.first_year())],
            |row| row.get("stamp"),
        )
    }

    /// The first school year for which a policy was chosen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn first_policy_year(&self) -> Result<Option<SchoolYear>, Error> {
        let found = self.first(include_str!("first_year.sql"), &[], |row| {
            row.get::<_, i32>("year")
        })?;
        Ok(found.and_then(|year| SchoolYear::starting(year).ok()))
    }

    fn with_edits(&self, policy: EditedPolicy) -> Result<EditedPolicy, Error> {
        let edits = self.all(
            include_str!("list_edits.sql"),
            &[
                (":id", &policy.id.to_string()),
                (":version", &policy.version),
            ],
            read_edit,
        )?;
        Ok(EditedPolicy { edits, ..policy })
    }
}

impl Tx<'_> {
    /// Adds a version of an own policy, the first or the next one.
    ///
    /// # Errors
    /// `STORE-REFUSED` (`POLICY-STALE`) when its version is not the one after the latest: somebody saved
    /// another one since it was opened.
    pub fn add_policy_version(&self, policy: &EditedPolicy) -> Result<(), Error> {
        let before = self.policy(policy.id, None)?;
        let latest = before.as_ref().map_or(0, |before| before.version);
        if policy.version != latest + 1 {
            return Err(Error::refused(
                "POLICY-STALE",
                format!(
                    "“{}”现在是第{latest}版，要保存的是第{}版，版本不相接，没有保存；请重新打开后再改",
                    policy.name, policy.version
                ),
            ));
        }
        // The edits first: the row of the version seals them.
        for (place, edit) in (0_i64..).zip(&policy.edits) {
            let row = Fields::new()
                .with(":policy_id", policy.id.to_string())
                .with(":version", policy.version)
                .with(":place", place)
                .with(":key", edit.key.code().to_owned())
                .with(":track", edit.track.map(|track| track.code().to_owned()))
                .with(":value", edit.value.as_ref().map(ToString::to_string));
            self.execute(include_str!("add_edit.sql"), &row.bound())?;
        }
        self.write(include_str!("add.sql"), &fields(policy))?;
        self.record(
            "policy",
            &policy.id.to_string(),
            &policy.name,
            before.as_ref().map(shown).as_ref(),
            Some(&shown(policy)),
        );
        Ok(())
    }

    /// Chooses the policy of a school year, by its stamp.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_policy_of_year(&self, year: SchoolYear, stamp: &str) -> Result<(), Error> {
        let fields = |stamp: String| {
            Fields::new()
                .with_unlogged(":year", year.first_year())
                .with(":stamp", stamp)
        };
        let before = self.policy_of_year(year)?.map(fields);
        let after = fields(stamp.to_owned());
        self.write(include_str!("set_year.sql"), &after)?;
        self.record(
            "year_policy",
            &year.to_string(),
            &year.on_paper(),
            before.as_ref(),
            Some(&after),
        );
        Ok(())
    }
}

/// The row and the edits, each under its own place: what the log shows.
fn shown(policy: &EditedPolicy) -> Fields {
    policy.edits.iter().fold(fields(policy), |fields, edit| {
        let value = edit
            .value
            .as_ref()
            .map_or_else(|| UNSET.to_owned(), ToString::to_string);
        fields.with(format!("edits.{}", edit.place()), value)
    })
}

fn fields(policy: &EditedPolicy) -> Fields {
    Fields::new()
        .with_unlogged(":id", policy.id.to_string())
        .with(":version", policy.version)
        .with(":name", policy.name.clone())
        .with(":based_on", policy.based_on.clone())
        .with(":based_on_version", policy.based_on_version)
        .with(":effective_from", policy.effective_from.first_year())
}

/// A version without its edits.
fn read(row: &Row<'_>) -> rusqlite::Result<EditedPolicy> {
    Ok(EditedPolicy {
        id: column::parsed(row, "id")?,
        name: row.get("name")?,
        based_on: row.get("based_on")?,
        based_on_version: row.get("based_on_version")?,
        version: row.get("version")?,
        effective_from: column::year(row, "effective_from")?,
        edits: Vec::new(),
    })
}

fn read_edit(row: &Row<'_>) -> rusqlite::Result<Edit> {
    let key = column::coded(row, "key", Key::from_code)?;
    let text: Option<String> = row.get("value")?;
    let value = text
        .map(|text| {
            key.kind()
                .read(&text)
                .map_err(|_| column::unreadable("value", column::UnreadableText))
        })
        .transpose()?;
    Ok(Edit {
        key,
        track: column::coded_or_none(row, "track", Track::from_code)?,
        value,
    })
}
