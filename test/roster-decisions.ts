/**
 * What the people of examples/roster come to as of 2026-11-21, under each of Jiangyan's four policies. Worked out by
 * hand from the policies' texts and the rules of the language, never by running the program, so that the two can be
 * compared. Nothing here is to be made to agree with the program without reading the policy again.
 */
export interface Expected {
  readonly rotation: Outcome
  readonly promotion: Outcome
  /** Points, or the least and the most that they can come to; none where the scorecard does not apply. */
  readonly score?: number | readonly [least: number, most: number]
  readonly fitness: Outcome
  /** The measures proposed. */
  readonly measures?: readonly string[]
  readonly incentive: Outcome
  /** Amounts in yuan of the benefits that stand; undefined for one without an amount. */
  readonly benefits?: Readonly<Record<string, number | undefined>>
}

/**
 * An outcome and the rules that determine it; or, where too much is unknown, the outcomes that are possible. No rules
 * are named for outcomes that come about because nothing speaks against them. A tally is named with the criteria that
 * it counts.
 */
export type Outcome = readonly [outcome: string, ...rules: string[]] | { readonly possible: readonly string[] }

const notApplicable: Outcome = ['notApplicable']
const none: Outcome = ['none']
const fit: Outcome = ['fit']
const eligible: Outcome = ['eligible']
/** Short of the pass mark only. */
const tooFew: Outcome = ['notYet', 'pass']

// The working of a score, in the order of the scorecard: (annual assessments of 2021–2025 + honours + outstanding task)
// × 1.2 if a year on the front line, + sanctions + seniority. Caps that bite are shown as →.
export const rosterDecisions: Readonly<Record<string, Expected>> = {
  'R-001': {
    rotation: ['required', 'sensitive-post'], // since 2021-11-21, five years to the day; the investigation is closed
    promotion: tooFew,
    score: 30, // 22 + 8 (4 years)
    fitness: fit,
    incentive: none,
  },
  'R-002': {
    rotation: none, // since 2021-11-22, a day short
    promotion: tooFew,
    score: 34, // 22 + 3 + 9 (5 years)
    fitness: fit,
    incentive: none,
  },
  'R-003': {
    rotation: ['advised', 'narrow-experience'], // the secondment is no second regular post, but it is in a township
    promotion: tooFew, // in rank since 2024-11-21: two years to the day, so the gate is met
    score: 26, // 22 + 4 (2 years)
    fitness: fit,
    incentive: none,
  },
  'R-004': {
    rotation: ['permitted', 'no-grassroots'],
    promotion: ['notYet', 'pass', 'time-in-rank'], // since 2024-11-22: a day short; 2023 was excellent before the rank
    score: 27, // 22 + 3 + 2 (1 year)
    fitness: fit,
    incentive: none,
  },
  'R-005': {
    rotation: ['deferred', 'long-in-post', 'major-task'],
    promotion: { possible: ['eligible', 'notYet'] }, // the open task has no result on record: 5 points or none
    score: [35, 40], // 20 + 5 + [0, 5] + 10 (6 years); 8 months on the front line
    fitness: fit, // a task that has not ended is not unfinished
    incentive: { possible: ['granted', 'none'] }, // 8 months of allowance, unless the result is 未完成
  },
  'R-006': {
    rotation: ['exempt', 'near-retirement', 'sensitive-post'],
    promotion: tooFew,
    score: 32, // 20 + 13 → 12 (9 years)
    fitness: fit,
    incentive: none,
  },
  'R-007': { rotation: notApplicable, promotion: notApplicable, fitness: notApplicable, incentive: none }, // 县处级副职
  'R-008': {
    rotation: none, // born 1991-11, taken as the 1st: 35; the month is decisive
    promotion: eligible,
    score: 40.4, // (22 + 5) × 1.2 + 8 (4 years)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'], // a year to the day
    benefits: { 'steed-award': 5000, 'front-line-allowance': 1806, 'priority-cultivation': undefined }, // 12 × 150.5
  },
  'R-009': {
    rotation: none, // waived until 2027-07-01
    promotion: tooFew,
    score: 29, // 20 + 3 + 6 (3 years)
    fitness: fit,
    incentive: none,
  },
  'R-010': {
    rotation: ['advised', 'lagging'], // a supervision notice of severity 2 on 2026-04-08
    promotion: tooFew, // a point short
    score: 39, // (22 + 3) × 1.2 + 9 (5 years)
    fitness: fit, // one notice is not two
    incentive: ['granted', 'front-line-allowance'],
    benefits: { 'front-line-allowance': 3461.5 }, // two years less a day: 23 × 150.5
  },
  'R-011': {
    rotation: { possible: ['none', 'required'] }, // sensitive or not?
    promotion: tooFew,
    score: 30, // 20 + 10 (6 years)
    fitness: fit,
    incentive: none,
  },
  'R-012': {
    rotation: { possible: ['advised', 'none'] }, // the assessment of 2025 is missing
    promotion: { possible: ['excluded', 'notYet'] }, // 不称职 would exclude; no grade reaches the pass mark
    score: [19, 31], // 16 + [-6, 6] + 3 + 6 (3 years)
    fitness: { possible: ['fit', 'unfit', 'watch'] },
    incentive: none, // one excellent year at most: 2024 is 称职
  },
  'R-013': {
    rotation: ['advised', 'narrow-experience'], // three years to the day, in the one post; it is in a township
    promotion: eligible,
    score: 40, // 24 + 8 + 8 (4 years): the pass mark exactly; 乡村振兴 is not the front line
    fitness: fit,
    incentive: none,
  },
  'R-014': {
    rotation: none, // a village and a township
    promotion: eligible,
    score: 44.4, // (24 + 3 + 5) × 1.2 + 6 (3 years)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'], // the award sets good-deputy aside
    benefits: { 'steed-award': 5000, 'front-line-allowance': 3612, 'priority-cultivation': undefined }, // 24 × 150.5
  },
  'R-015': {
    rotation: none, // 35 today
    promotion: { possible: ['eligible', 'notYet'] }, // no list of honours
    score: [29, 49], // 20 + [0, 20] + 9 (5 years)
    fitness: fit,
    incentive: none,
  },
  'R-016': {
    rotation: ['advised', 'narrow-experience'], // 35 tomorrow; no-grassroots is met too, but weaker
    promotion: tooFew,
    score: 32, // 24 + 8 (4 years to the day)
    fitness: fit,
    incentive: none,
  },
  'R-017': {
    rotation: ['deferred', 'sensitive-post', 'under-investigation'],
    promotion: ['excluded', 'under-investigation'],
    score: 31, // 20 + 11 (7 years)
    fitness: fit,
    incentive: none,
  },
  'R-018': {
    rotation: ['deferred', 'no-grassroots', 'on-leave'],
    promotion: tooFew,
    score: 33, // 24 + 5 + 4 (2 years)
    fitness: fit,
    incentive: none,
  },
  'R-019': {
    rotation: ['exempt', 'long-in-post', 'near-retirement', 'sensitive-post'], // 58 today; ten years to the day
    promotion: tooFew,
    score: 31, // 20 + 11 (a day short of 8 years)
    fitness: fit, // 30 % is not more than 30 %
    incentive: none,
  },
  'R-020': {
    rotation: ['advised', 'long-in-post'], // 58 tomorrow; ten years to the day
    promotion: tooFew,
    score: 35, // 20 + 3 + 14 → 12 (10 years)
    fitness: ['unfit', 'reverse-appraisal'], // 31 %
    measures: ['convert-to-rank', 'early-exit', 'reverse-adjustment'],
    incentive: none,
  },
  'R-021': {
    rotation: ['exempt', 'long-in-post', 'specialist-post'],
    promotion: eligible,
    score: 60, // (28 → 25 + 12, of 12 and 8 for one matter + 5) × 1.2 = 50.4 → 50 + 11 (7 years) = 61 → 60
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'steed-award'], // four excellent years, but good-deputy is set aside
    benefits: { 'steed-award': 5000, 'front-line-allowance': 4515 }, // 30 × 150.5
  },
  'R-022': {
    rotation: ['advised', 'lagging'], // 基本称职
    promotion: tooFew, // 2025 does not count in the rank, but 3 years 8 months are left
    score: 24, // 16 + 8 (4 years)
    fitness: ['watch', 'basic-grade'],
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-023': {
    rotation: ['advised', 'lagging'],
    promotion: ['notYet', 'pass', 'time-in-rank'], // without 2024 and 2025: 1 year, and 10 months 20 days
    score: 18, // 12 + 6 (3 years)
    fitness: ['unfit', 'weak-years'],
    measures: ['convert-to-rank', 'reverse-adjustment'], // 45: no early exit
    incentive: none,
  },
  'R-024': {
    rotation: ['advised', 'lagging'],
    promotion: ['excluded', 'not-competent'], // both effect periods are over
    score: 0, // 6 - 16 + 8 (4 years) = -2 → 0
    fitness: ['unfit', 'not-competent', 'weak-years'],
    measures: ['convert-to-rank', 'early-exit', 'reverse-adjustment'], // 56
    incentive: none,
  },
  'R-025': {
    rotation: ['deferred', 'long-in-post', 'on-leave'],
    promotion: tooFew,
    score: 30, // 20 + 0 (the honour is five years old to the day) + 10 (6 years)
    fitness: ['unfit', 'health'], // ill since 2025-11-21: a year to the day
    measures: ['convert-to-rank'], // 54: no early exit
    incentive: none,
  },
  'R-026': {
    rotation: none,
    promotion: tooFew,
    score: 34, // 20 + 3 (a day younger) + 11 (7 years)
    fitness: ['unfit', 'reverse-appraisal'], // 35 %; ill for a day less than a year
    measures: ['convert-to-rank', 'early-exit', 'reverse-adjustment'], // born 1971-11, taken as the 1st: 55
    incentive: none,
  },
  'R-027': {
    rotation: none,
    promotion: tooFew,
    score: 32, // 22 + 5 - 4 + 9 (5 years)
    fitness: ['watch', 'held-accountable'],
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-028': {
    rotation: none,
    promotion: tooFew, // 0.2 short
    score: 39.8, // (24 + 5) × 1.2 - 4 + 9 (5 years to the day)
    fitness: fit, // filed and approved before
    incentive: ['granted', 'front-line-allowance', 'steed-award'], // the effect period ended 2025-12-18
    benefits: { 'steed-award': 5000, 'front-line-allowance': 3612 }, // 24 × 150.5
  },
  'R-029': {
    rotation: none,
    promotion: tooFew,
    score: 29, // 20 + 3 - 4 + 10 (6 years)
    fitness: ['watch', 'held-accountable'], // filed afterwards
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-030': {
    rotation: none, // neither record is a 督办通报
    promotion: tooFew,
    score: 24, // 20 - 4 + 8 (4 years)
    fitness: ['watch', 'held-accountable', 'supervision-notices'], // what was filed is another matter
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-031': {
    rotation: ['advised', 'lagging'],
    promotion: tooFew,
    score: 25, // 16 + 9 (5 years); 征地拆迁 is not the front line
    fitness: ['unfit', 'basic-grade', 'supervision-notices', 'tally', 'unfinished-task'],
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-032': {
    rotation: ['advised', 'lagging'],
    promotion: tooFew,
    score: 23.2, // 16 × 1.2 - 4 + 8 (4 years)
    fitness: ['watch', 'basic-grade', 'unfinished-task'], // held-accountable is waived, so that two are left
    measures: ['reverse-adjustment'],
    incentive: none, // 17 months of allowance, excluded by the task not completed
  },
  'R-033': {
    rotation: ['advised', 'lagging'], // a notice on 2025-11-22: a year tomorrow
    promotion: tooFew,
    score: 29, // 20 × 1.2 - 4 + 9 (5 years)
    // Held accountable on 2024-11-22, two years tomorrow; the waiver held until today.
    fitness: ['unfit', 'held-accountable', 'supervision-notices', 'tally', 'unfinished-task'],
    measures: ['reverse-adjustment'],
    incentive: none,
  },
  'R-034': {
    rotation: none, // a notice on 2025-11-21: a year today
    promotion: ['excluded', 'under-investigation'],
    score: 30, // (20 + 5) × 1.2 - 4 + 4 (2 years); a year to the day on the front line
    fitness: fit, // held accountable two years ago today
    incentive: none, // a year of allowance, excluded
  },
  'R-035': {
    rotation: none,
    promotion: ['excluded', 'effect-period'], // until 2027-07-20
    score: 35.8, // (24 + 5) × 1.2 - 8 + 9 (5 years)
    fitness: fit, // a Party sanction is no organisational measure
    incentive: none, // the award, the allowance and cultivation would stand; all are excluded
  },
  'R-036': {
    rotation: none,
    promotion: eligible, // the effect period ends today
    score: 44, // (22 + 8 + 5) × 1.2 - 8 + 10 (6 years)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance'], // latest grade 称职: no award
    benefits: { 'front-line-allowance': 3612 }, // 24 × 150.5
  },
  'R-037': {
    rotation: ['required', 'sensitive-post'],
    promotion: ['excluded', 'effect-period'], // until tomorrow
    score: 22, // 20 - 8 (two sanctions for one matter) + 10 (6 years)
    fitness: fit,
    incentive: none,
  },
  'R-038': {
    rotation: none, // 基本称职 in 2024, but 称职 in 2025
    promotion: tooFew,
    score: 11, // 16 - 20 → -16 + 11 (7 years)
    fitness: fit,
    incentive: none,
  },
  'R-039': {
    rotation: none,
    promotion: eligible, // 1 year 6 months, and half a year for 2025: two years to the day
    score: 52, // (30 → 25 + 25 → 20 + 5) × 1.2 = 60 → 50 + 2 (1 year)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'], // good-head is set aside
    benefits: { 'steed-award': 5000, 'front-line-allowance': 5418, 'priority-cultivation': undefined }, // 36 × 150.5
  },
  'R-040': {
    rotation: none,
    promotion: ['notYet', 'time-in-rank'], // a day short of two credited years
    score: 47.6, // (30 → 25 + 8 + 5) × 1.2 + 2 (1 year)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'],
    benefits: { 'steed-award': 5000, 'front-line-allowance': 3612, 'priority-cultivation': undefined }, // 24 × 150.5
  },
  'R-041': {
    rotation: none,
    promotion: eligible, // 1 year 8 months credited, but time-in-rank is waived
    score: 47.6, // (26 → 25 + 5 + 3) × 1.2 + 2 (1 year)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'],
    benefits: { 'steed-award': 5000, 'front-line-allowance': 2709, 'priority-cultivation': undefined }, // 18 × 150.5
  },
  'R-042': {
    rotation: none,
    promotion: ['notYet', 'pass', 'time-in-rank'], // the waiver ended 2026-07-01
    score: 22, // 20 + 2 (1 year)
    fitness: fit,
    incentive: none,
  },
  'R-043': {
    rotation: none, // sensitive since 2021-11-22, a day short
    promotion: eligible,
    score: 43, // 24 + 8 + 11 (7 years)
    fitness: fit,
    incentive: ['granted', 'good-head'],
    benefits: { 'good-head': 2000 },
  },
  'R-044': {
    rotation: ['required', 'sensitive-post'], // waived until today, which is no longer waived
    promotion: tooFew,
    score: 38, // 28 → 25 + 3 + 10 (6 years)
    fitness: fit,
    incentive: ['granted', 'good-deputy'],
    benefits: { 'good-deputy': 2000 },
  },
  'R-045': {
    rotation: none,
    promotion: tooFew,
    score: 37, // 22 + 5 + 10 (6 years since 29 February); two tasks at once, 11 months and 30 days together: no weight
    fitness: fit,
    incentive: ['granted', 'front-line-allowance'],
    benefits: { 'front-line-allowance': 1655.5 }, // 11 × 150.5
  },
  'R-046': {
    rotation: ['permitted', 'no-grassroots'],
    promotion: tooFew,
    score: 38.4, // (22 + 5) × 1.2 + 6 (3 years); 6 months 15 days and 5 months 15 days are a year
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'],
    benefits: { 'steed-award': 5000, 'front-line-allowance': 1806, 'priority-cultivation': undefined }, // 12 × 150.5
  },
  'R-047': {
    rotation: ['deferred', 'major-task', 'narrow-experience', 'no-grassroots'],
    promotion: tooFew,
    score: 36.4, // (22 + 5) × 1.2 + 4 (2 years to the day)
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'], // an open task, a year to the day
    benefits: { 'steed-award': 5000, 'front-line-allowance': 1806, 'priority-cultivation': undefined }, // 12 × 150.5
  },
  'R-048': {
    rotation: none, // on a major task, but there is nothing to defer
    promotion: eligible,
    score: 41, // 24 + 3 + 5 + 9 (5 years); a day short of a year on the front line
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'good-deputy'],
    benefits: { 'good-deputy': 2000, 'front-line-allowance': 1655.5 }, // 11 × 150.5
  },
  'R-049': {
    rotation: none,
    promotion: { possible: ['notApplicable', 'notYet'] }, // no list of ranks
    score: [23, 35], // 20 + 3 + [0, 12]
    fitness: fit,
    incentive: none,
  },
  'R-050': {
    rotation: ['permitted', 'no-grassroots'],
    promotion: { possible: ['eligible', 'notApplicable', 'notYet'] }, // no list of ranks
    score: [36, 48], // (26 → 25 + 5) × 1.2 + [0, 12]
    fitness: fit,
    incentive: ['granted', 'front-line-allowance', 'priority-cultivation', 'steed-award'],
    benefits: { 'steed-award': 5000, 'front-line-allowance': 3010, 'priority-cultivation': undefined }, // 20 × 150.5
  },
  'R-051': {
    rotation: { possible: ['notApplicable', 'required'] }, // a post without a level: nobody knows whether it is covered
    promotion: tooFew,
    score: 31, // 20 + 11 (7 years)
    fitness: { possible: ['fit', 'notApplicable', 'unfit'] }, // no reverse appraisal either
    incentive: none, // no excellent year, whatever the level
  },
  'R-052': {
    rotation: { possible: ['advised', 'notApplicable'] },
    promotion: { possible: ['eligible', 'notYet'] }, // no list of honours
    score: [20, 40], // 14 (0, 4, 4, 6: at work since 2022) + [0, 20] + 6 (3 years)
    fitness: { possible: ['fit', 'notApplicable'] },
    incentive: none, // one excellent year
  },
  'R-053': {
    rotation: notApplicable,
    promotion: notApplicable,
    fitness: notApplicable,
    incentive: ['granted', 'front-line-allowance', 'steed-award'], // the incentives have no scope
    benefits: { 'steed-award': 5000, 'front-line-allowance': 3612 }, // 24 × 150.5
  },
  'R-054': { rotation: notApplicable, promotion: notApplicable, fitness: notApplicable, incentive: none },
  'R-055': {
    rotation: ['required', 'sensitive-post'], // leaves the post after today, and the next one begins then
    promotion: tooFew,
    score: 31, // 22 + 3 (an honour of today; the one of December is not seen) + 6 (3 years to the day)
    fitness: fit,
    incentive: none,
  },
  'R-056': {
    rotation: { possible: ['advised', 'none'] }, // no list of assessments
    promotion: { possible: ['excluded', 'notYet'] },
    score: [0, 35], // [-30, 25] + 10 (6 years), not below 0
    fitness: { possible: ['fit', 'unfit', 'watch'] },
    incentive: { possible: ['granted', 'none'] }, // good-deputy
  },
  'R-057': {
    rotation: none,
    promotion: { possible: ['eligible', 'excluded', 'notYet'] }, // when was the sanction decided?
    score: [33, 41], // 24 + 8 + [-8, 0] + 9 (5 years)
    fitness: fit,
    incentive: { possible: ['granted', 'none'] }, // good-deputy, unless the effect period is running
  },
  'R-058': {
    rotation: none,
    promotion: { possible: ['excluded', 'notYet'] }, // how many months?
    score: 22, // 20 - 4 + 6 (3 years)
    fitness: { possible: ['unfit', 'watch'] }, // held accountable; no reverse appraisal
    incentive: none,
  },
  'R-059': {
    rotation: ['required', 'sensitive-post'], // since 2021-11, taken as the 1st: the month is decisive
    promotion: tooFew, // in rank since 2024-11, taken as the 1st: the gate is met
    score: 24, // 20 + 0 (an honour of 2021-11) + 4 (2 years)
    fitness: fit,
    incentive: none,
  },
  'R-060': {
    rotation: { possible: ['none', 'notApplicable'] },
    promotion: notApplicable, // 二级科员
    fitness: { possible: ['fit', 'notApplicable', 'unfit'] },
    incentive: ['granted', 'front-line-allowance'],
    benefits: { 'front-line-allowance': 1655.5 }, // a year less a day: 11 × 150.5
  },
}
