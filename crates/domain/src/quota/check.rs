//! Each quota of a policy, and those of the national overlay, counted.

use super::{
    Bound, Exchanged, QuotaCheck, QuotaFacts, about_heads, least_heads, most_heads, ratio_on_paper,
};
use crate::eligibility::stages_of;
use crate::policy::{Key, Policy, PolicyKind, Track, UNSET};
use crate::school::{Quality, Remoteness};

/// What a share of “为主” is taken for; an assumption of ours (R124).
const MAINLY_PCT: u32 = 50;
/// The rule that says 为主; others say 优先 (R125).
const MAINLY_RULE: &str = "R124";

/// All quotas of a policy and of the overlay beside it, in the order of the rules.
pub fn checks(policy: &Policy, overlay: Option<&Policy>, facts: &QuotaFacts) -> Vec<QuotaCheck> {
    let mut all = of_policy(policy, facts);
    if let Some(overlay) = overlay
        && overlay.code != policy.code
        && is_compulsory(facts)
    {
        all.extend(of_policy(overlay, facts));
    }
    all
}

/// 义务教育: the overlay counts primary and junior schools only (H-24).
fn is_compulsory(facts: &QuotaFacts) -> bool {
    stages_of(facts.stage)
        .iter()
        .any(|stage| matches!(*stage, "primary" | "junior"))
}

fn of_policy(policy: &Policy, facts: &QuotaFacts) -> Vec<QuotaCheck> {
    let counter = Counter { policy, facts };
    let mut all = Vec::new();
    for given in &policy.given {
        // Named and left blank, or asked on one way: each its own line.
        if let Some(check) = counter.check(given.key, given.track) {
            all.push(check);
        }
    }
    all
}

struct Counter<'a> {
    policy: &'a Policy,
    facts: &'a QuotaFacts,
}

impl Counter<'_> {
    fn check(&self, key: Key, track: Option<Track>) -> Option<QuotaCheck> {
        let stages = stages_of(self.facts.stage);
        let is_primary = stages.contains(&"primary");
        let is_secondary = stages
            .iter()
            .any(|stage| matches!(*stage, "junior" | "senior"));
        match key {
            Key::QuotaMinPctOfEligible => Some(self.of_eligible(key)),
            Key::QuotaEliteMinPct => {
                let ranks = self.policy.codes(Key::EliteRanks, track);
                Some(self.share(key, |one| {
                    one.iter().any(|rank| ranks.iter().any(|r| r == rank))
                }))
            }
            Key::QuotaBackboneMinPct => {
                Some(self.share(key, |one| one.contains(&"school_backbone")))
            }
            Key::QuotaLeadershipMaxPct => Some(self.leadership(key)),
            Key::QuotaPctPrimary if is_primary => Some(self.about(key)),
            Key::QuotaPctSecondaryMin if is_secondary => Some(self.secondary(key)),
            Key::HeadsPrimaryMin if is_primary => {
                Some(self.heads(key, Key::HeadsPrimaryMax, track))
            }
            Key::HeadsSecondaryMin if is_secondary => {
                Some(self.heads(key, Key::HeadsSecondaryMax, track))
            }
            Key::UpwardHeadsMin if self.is_weak_or_remote() => {
                Some(self.heads(key, Key::UpwardHeadsMax, track))
            }
            Key::FixedHeads => Some(self.fixed(key)),
            Key::PriorityRanks => Some(self.mainly(key, track)),
            Key::RetainOriginalPct | Key::QuotaPct => Some(self.of_all(key)),
            Key::QuotaTrend => Some(self.trend(key)),
            _ => None,
        }
    }

    /// Those who go by a way; all of them for a rule of all ways. Where the policy knows one way alone, a way that
    /// is not noted is that one.
    fn on(&self, track: Option<Track>) -> impl Iterator<Item = &Exchanged> {
        let is_only = self.policy.tracks.len() <= 1;
        self.facts.exchanged.iter().filter(move |one| {
            track.is_none() || one.track == track || (is_only && one.track.is_none())
        })
    }

    fn n_exchanged(&self) -> u32 {
        count(self.facts.exchanged.len())
    }

    fn is_weak_or_remote(&self) -> bool {
        let profile = &self.facts.profile;
        profile.quality == Some(Quality::Weak)
            || profile
                .remoteness
                .is_some_and(|remoteness| remoteness != Remoteness::Ordinary)
    }

    /// A line with nothing counted yet.
    fn line(&self, key: Key, bound: Bound, numerator: u32, denominator: Option<u32>) -> QuotaCheck {
        let track = self
            .policy
            .given
            .iter()
            .find(|given| given.key == key)
            .and_then(|given| given.track);
        QuotaCheck {
            rule: self.policy.rule(key, track).to_owned(),
            policy: self.policy.code.clone(),
            name: key.word().to_owned(),
            bound,
            numerator,
            denominator,
            required_heads: None,
            most_heads: None,
            is_met: None,
            only_warns: self.policy.kind == PolicyKind::Overlay,
            message: UNSET.to_owned(),
        }
    }

    /// At least `pct` per cent of a base.
    fn at_least(&self, key: Key, numerator: u32, base: u32, what: &str) -> QuotaCheck {
        let mut check = self.line(key, Bound::AtLeast, numerator, Some(base));
        if base == 0 && self.policy.whole(key, None).is_some() {
            // Nothing of nothing: nothing can be said, and no mark is set.
            check.message = format!("{what}{numerator}/0，没有可以核对的基数");
        } else if let Some(pct) = self.policy.whole(key, None) {
            let required = least_heads(pct, base);
            let is_met = numerator >= required;
            check.required_heads = Some(required);
            check.is_met = Some(is_met);
            check.message = format!(
                "{what}{} {} {pct}%，至少{required}人{}",
                ratio_on_paper(numerator, base, pct),
                if is_met { "≥" } else { "<" },
                if is_met {
                    String::new()
                } else {
                    format!("，还差{}人", required - numerator)
                }
            );
        }
        check
    }

    fn of_eligible(&self, key: Key) -> QuotaCheck {
        match self.facts.n_eligible {
            Some(base) => {
                let mut check = self.at_least(key, self.n_exchanged(), base, "交流/符合条件：");
                let n_beside = self
                    .facts
                    .exchanged
                    .iter()
                    .filter(|one| !one.is_eligible)
                    .count();
                if n_beside > 0 {
                    let more = format!(
                        "；交流的人中有{n_beside}人不在符合条件的人之内（自愿或已暂不列入）"
                    );
                    check.message.push_str(&more);
                }
                let n_manual = self.facts.n_manual;
                if n_manual > 0 {
                    // What is not known yet must not make a quota look met.
                    let least = self
                        .policy
                        .whole(key, None)
                        .map_or(0, |pct| least_heads(pct, base.saturating_add(n_manual)));
                    check.is_met = check
                        .is_met
                        .filter(|is_met| !is_met || self.n_exchanged() >= least && base > 0);
                    check.message =
                        format!("{}；另有{n_manual}人须人工判定，未计入", check.message);
                }
                check
            }
            None => {
                let mut check = self.line(key, Bound::AtLeast, self.n_exchanged(), None);
                "本学年还没有资格判定，不能核对".clone_into(&mut check.message);
                check
            }
        }
    }

    fn share(&self, key: Key, counts: impl Fn(&[&'static str]) -> bool) -> QuotaCheck {
        let numerator = self
            .facts
            .exchanged
            .iter()
            .filter(|one| counts(&one.ranks))
            .count();
        self.at_least(key, count(numerator), self.n_exchanged(), "其中/交流：")
    }

    fn leadership(&self, key: Key) -> QuotaCheck {
        let numerator = self
            .facts
            .exchanged
            .iter()
            .filter(|one| one.is_leadership)
            .count();
        let (numerator, base) = (count(numerator), self.facts.n_leadership);
        let mut check = self.line(key, Bound::AtMost, numerator, Some(base));
        if base == 0 && self.policy.whole(key, None).is_some() {
            check.message = format!("班子交流/班子：{numerator}/0，没有登记班子成员");
        } else if let Some(pct) = self.policy.whole(key, None) {
            let most = most_heads(pct, base);
            let is_met = numerator <= most;
            check.required_heads = Some(most);
            check.is_met = Some(is_met);
            check.message = format!(
                "班子交流/班子：{} {} {pct}%，至多{most}人{}",
                ratio_on_paper(numerator, base, pct),
                if is_met { "≤" } else { ">" },
                if most == 0 {
                    "（班子人数少，取整后为0人，确需交流请报教育局）"
                } else {
                    ""
                }
            );
        }
        check
    }

    fn about(&self, key: Key) -> QuotaCheck {
        let (numerator, base) = (self.n_exchanged(), self.facts.n_teachers);
        let mut check = self.line(key, Bound::About, numerator, Some(base));
        if let Some(pct) = self.policy.whole(key, None) {
            let required = about_heads(pct, base);
            let is_met = numerator >= required;
            check.required_heads = Some(required);
            check.is_met = Some(is_met);
            check.message = format!(
                "交流/教师：{}，{pct}%左右约{required}人{}",
                ratio_on_paper(numerator, base, pct),
                if is_met { "" } else { "，不足" }
            );
        }
        check
    }

    fn secondary(&self, key: Key) -> QuotaCheck {
        let (numerator, base) = (self.n_exchanged(), self.facts.n_teachers);
        let mut check = self.line(key, Bound::Between, numerator, Some(base));
        let low = self.policy.whole(key, None);
        let high = self.policy.whole(Key::QuotaPctSecondaryMax, None);
        if let (Some(low), Some(high)) = (low, high) {
            let least = least_heads(low, base);
            // A small school has no whole head between the two: then the least is also the most.
            let most = most_heads(high, base).max(least);
            check.required_heads = Some(least);
            check.most_heads = Some(most);
            check.is_met = Some((least..=most).contains(&numerator));
            check.message = format!(
                "交流/教师：{}，{low}%—{high}%为{least}到{most}人",
                ratio_on_paper(numerator, base, low)
            );
        }
        check
    }

    fn heads(&self, low: Key, high: Key, track: Option<Track>) -> QuotaCheck {
        let numerator = count(self.on(track).count());
        let mut check = self.line(low, Bound::Between, numerator, None);
        check.name = low.word().trim_end_matches("下限").to_owned();
        let least = self.policy.whole(low, track);
        let most = self.policy.whole(high, track);
        if let (Some(least), Some(most)) = (least, most) {
            let is_optional = low == Key::UpwardHeadsMin;
            check.required_heads = Some(if is_optional { 0 } else { least });
            check.most_heads = Some(most);
            check.is_met = Some(numerator <= most && (is_optional || numerator >= least));
            check.message = format!(
                "{numerator}人，每学年{least}到{most}人{}",
                if is_optional { "（可选派）" } else { "" }
            );
        }
        check
    }

    fn fixed(&self, key: Key) -> QuotaCheck {
        let numerator = self.n_exchanged();
        let mut check = self.line(key, Bound::AtLeast, numerator, None);
        if let Some(heads) = self.policy.whole(key, None) {
            check.required_heads = Some(heads);
            check.is_met = Some(numerator >= heads);
            check.message = format!(
                "{numerator}人，每学年{heads}人（制度原文针对一所指定学校，请核对是否适用）"
            );
        }
        check
    }

    fn mainly(&self, key: Key, track: Option<Track>) -> QuotaCheck {
        let ranks = self.policy.codes(key, track);
        let numerator = self
            .on(track)
            .filter(|one| one.ranks.iter().any(|rank| ranks.iter().any(|r| r == rank)))
            .count();
        let (numerator, base) = (count(numerator), count(self.on(track).count()));
        let mut check = self.line(key, Bound::AtLeast, numerator, Some(base));
        check.only_warns = true;
        if check.rule != MAINLY_RULE {
            // 优先 asks for an order, not for a share.
            check.bound = Bound::Shown;
            check.message = format!(
                "优先选派的层次/交流：{}",
                ratio_on_paper(numerator, base, MAINLY_PCT)
            );
        } else if !ranks.is_empty() {
            let required = least_heads(MAINLY_PCT, base);
            check.required_heads = Some(required);
            check.is_met = Some(numerator >= required);
            check.message = format!(
                "其中/交流：{}，“为主”按不低于{MAINLY_PCT}%提醒（程序默认）",
                ratio_on_paper(numerator, base, MAINLY_PCT)
            );
        }
        check
    }

    /// A percentage that the sources leave blank; counted once the school has filled it in.
    fn of_all(&self, key: Key) -> QuotaCheck {
        if key == Key::RetainOriginalPct {
            // What it is a percentage of is not clear (H-5): shown, never judged.
            return self.line(
                key,
                Bound::Shown,
                self.n_exchanged(),
                Some(self.facts.n_teachers),
            );
        }
        self.at_least(
            key,
            self.n_exchanged(),
            self.facts.n_teachers,
            "交流/教师：",
        )
    }

    fn trend(&self, key: Key) -> QuotaCheck {
        let now = self.n_exchanged();
        let mut check = self.line(key, Bound::Shown, now, Some(self.facts.n_teachers));
        check.message = match self.facts.n_exchanged_before {
            Some(before) => format!("本学年{now}人，上学年{before}人"),
            None => format!("本学年{now}人，上学年没有记录"),
        };
        check
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
