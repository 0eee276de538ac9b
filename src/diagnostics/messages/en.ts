import type {
  FactTypeName,
  JsonReason,
  Messages,
  RelatedMessages,
  ShapeName,
  SyntaxReason,
  YamlFeature,
} from '../catalogue.js'
import { dateExamples } from './date-examples.js'

const types: Readonly<Record<FactTypeName, string>> = {
  boolean: '`true` or `false`',
  number: 'a number',
  text: 'text',
  date: 'a date (`2026-11-21` or `1975-08`)',
  duration: 'a duration (`5 years`, `1 year 6 months` or `1年6个月`)',
  list: 'a list',
  pair: 'two ends (`[3, 5]`)',
}

const shapes: Readonly<Record<ShapeName, string>> = {
  object: 'keys with values',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  null: 'nothing',
}

const features: Readonly<Record<YamlFeature, string>> = {
  alias: 'aliases (`*`)',
  anchor: 'anchors (`&`)',
  tag: 'tags (`!`)',
  directive: 'directives (`%`)',
  'several-documents': 'several documents (`---`)',
  'complex-key': 'keys that are not text',
  'merge-key': 'merge keys (`<<`)',
  key: 'this key',
}

const syntax: Readonly<Record<SyntaxReason, string>> = {
  indentation: 'the indentation is uneven; keys or items of one level begin after the same number of blanks',
  tab: 'a tab indents the line; write blanks',
  'ideographic-space': 'a full-width blank indents the line; write plain blanks',
  'unquoted-text':
    'a text that begins with a brace, or holds a colon and a blank, is put as a whole between double quotes `"`',
  'unclosed-bracket': 'a bracket is not closed; add `]` or `}`',
  'unclosed-quote': 'a quote is not closed; add the quote that the text began with',
  'missing-colon': 'a key is not followed by a colon and a blank; write `key: value` on one line',
  'second-colon':
    'a key stands where there is a value already; begin a line of its own, or put a text that holds a colon in quotes',
  'missing-comma': 'there is no comma (`,`) between two items in brackets',
  'first-character': 'a text cannot begin with this sign; put it in quotes',
  escape: 'this sign cannot follow a backslash in double quotes; write a backslash itself as `\\\\`',
  comment: 'there is no blank before `#`',
  'long-key': 'the key is too long; perhaps its colon is missing',
  misplaced: 'this does not belong here; look at the quotes, brackets, commas and `-` before it',
  other: 'this is no YAML; look at this line and the one before',
  'csv-unclosed-quote': 'a quote is not closed; add `"`',
  'csv-after-quote': 'text follows a closing quote; write a comma after it, or a quote inside a cell as `""`',
  'csv-quote-inside':
    'there is a quote in a cell that does not begin with one; put the whole cell in quotes and write the quote inside as `""`',
  'csv-other': 'the quotes are not right; look at every `"` of this line',
}

const json: Readonly<Record<JsonReason, string>> = {
  character: 'a character does not belong there',
  end: 'it ends too early; look whether all brackets and quotes are closed',
  doubt: 'it can be read in more than one way; have a program write it anew',
}

const hint = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`
const either = (names: readonly ShapeName[]): string => names.map((name) => shapes[name]).join(' or ')
const list = (items: readonly string[]): string => items.map((item) => `\`${item}\``).join(', ')
const inColumn = (column: string | undefined): string => (column === undefined ? '' : `in the column “${column}”: `)

export const en: Messages = {
  'source/not-found': ({ file }) => `there is no file \`${file}\``,
  'source/not-readable': ({ file, reason }) => `\`${file}\` cannot be read (${reason})`,
  'source/no-files': ({ file }) => `there is no policy file in \`${file}\`; its name should end in \`.policy.yaml\``,
  'source/unknown-file-kind': ({ file }) =>
    `\`${file}\` is no file of ours; names end in \`.policy.yaml\`, \`.facts.yaml\`, \`.cases.yaml\` or \`.mapping.yaml\``,
  'source/outside-folder': ({ file }) => `\`${file}\` is not a regular file and is not read`,
  'source/too-large': ({ limit, unit }) => `the file is too large, the limit is ${limit} ${unit}; split it`,
  'source/too-deep': ({ limit }) => `nested too deeply, the limit is ${limit} levels`,
  'source/encoding': ({ encoding }) =>
    `the file is not ${encoding}; for a roster in GBK write \`encoding: gb18030\` in its mapping`,
  'source/character': ({ codePoint }) => `holds the invisible or forbidden character ${codePoint}; delete it`,
  'source/syntax': ({ reason }) => `not well-formed: ${syntax[reason]}`,
  'source/empty': () => 'the file is empty',
  'source/duplicate-key': ({ key }) => `the key \`${key}\` stands twice; keep one`,
  'source/not-allowed': ({ what }) => `policy files do not use ${features[what]}`,
  'source/number': ({ text }) =>
    `the number \`${text}\` is not accepted: at most 15 digits, no leading zero, no base prefix; put an identifier in quotes`,
  'source/full-width': ({ character, instead }) =>
    `the full-width sign “${character}” stands here; write \`${instead}\``,
  'shape/missing-key': ({ key }) => `\`${key}\` is missing`,
  'shape/unknown-key': ({ key, suggestion }) => `\`${key}\` is not known here${hint(suggestion)}`,
  'shape/wrong-type': ({ expected, found }) => `${either(expected)} is expected here, not ${shapes[found]}`,
  'shape/not-one-of': ({ found, expected, suggestion }) =>
    `\`${found}\` is none of ${list(expected)}${hint(suggestion)}`,
  'shape/pattern': ({ found, expected }) => `\`${found}\` is not written like a ${expected.en}`,
  'shape/too-few': ({ least }) => `at least ${least} needed`,
  'shape/too-many': ({ most }) => `at most ${most} allowed`,
  'shape/repeated': ({ first, second }) => `items ${first} and ${second} are the same`,
  'shape/too-small': ({ least }) => `must not be less than ${least}`,
  'shape/not-positive': () => 'must be greater than zero',
  'check/unknown-fact': ({ fact, suggestion }) => `there is no fact \`${fact}\`${hint(suggestion)}`,
  'check/unknown-list': ({ list: name, suggestion }) => `the record has no list \`${name}\`${hint(suggestion)}`,
  'check/unknown-field': ({ field, list: name, suggestion }) =>
    `the items of \`${name}\` have no field \`${field}\`${hint(suggestion)}`,
  'check/unknown-operator': ({ operator, suggestion }) => `there is no operator \`${operator}\`${hint(suggestion)}`,
  'check/unknown-extension': ({ kind, extension, suggestion }) =>
    `no ${kind} \`${extension}\` was given; names that begin with \`x-\` are given by the program that embeds this library, in \`extensions\`${hint(suggestion)}`,
  'check/derivation-as-test': ({ derivation }) =>
    `in a test a key that begins with \`x-\` is an operator; to compare with the derivation write \`is: { ${derivation}: … }\``,
  'check/unknown-parameter': ({ parameter, suggestion }) =>
    `there is no parameter \`$${parameter}\`${hint(suggestion && `$${suggestion}`)}`,
  'check/unknown-rule': ({ rule, suggestion }) =>
    `no rule that could be named here has the reason code \`${rule}\`${hint(suggestion)}`,
  'check/unknown-value': ({ value, fact, suggestion }) => `\`${value}\` is no value of \`${fact}\`${hint(suggestion)}`,
  'check/unknown-dictionary': ({ file, suggestion }) => `the dictionary \`${file}\` was not read${hint(suggestion)}`,
  'check/unknown-policy': ({ policy, suggestion }) => `there is no policy \`${policy}\`${hint(suggestion)}`,
  'check/unknown-placeholder': ({ placeholder, suggestion }) =>
    `the placeholder \`{${placeholder}}\` is no fact and no parameter${hint(suggestion && `{${suggestion}}`)}`,
  'check/list-as-fact': ({ list: name }) =>
    `\`${name}\` is a list and cannot be compared or computed with; use \`some\`, \`every\`, \`none\`, or a derivation such as \`count\``,
  'check/operator-type': ({ operator, fact, type }) =>
    `the operator \`${operator}\` does not apply to \`${fact}\`, which is ${types[type]}`,
  'check/operand-type': ({ value, expected }) => `\`${value}\` should be ${types[expected]}`,
  'check/not-a-date': ({ text }) =>
    `\`${text}\` is no date; write a day of the calendar such as \`2026-11-21\`, or a month such as \`1975-08\``,
  'check/not-a-duration': ({ text }) =>
    `\`${text}\` is no duration; write \`5 years\`, \`1 year 6 months\`, \`90 days\` or \`1年6个月\``,
  'check/item-outside-list': ({ field }) =>
    `\`{item: ${field}}\` belongs inside the \`where\` of a list or the \`award\` beside \`each\``,
  'check/duplicate-rule': ({ rule }) => `there is already a rule with the reason code \`${rule}\`; choose another`,
  'check/duplicate-fact': ({ fact }) => `the fact \`${fact}\` is defined twice`,
  'check/fact-without-source': ({ fact }) =>
    `the fact \`${fact}\` does not say how it comes about (such as \`elapsed\`, \`count\`, \`latest\`)`,
  'check/fact-with-several-sources': ({ fact, sources }) =>
    `the fact \`${fact}\` has ${list(sources)}; it can have one`,
  'check/fact-without-title': ({ fact }) => `the fact \`${fact}\` has no \`title\``,
  'check/not-a-record-field': ({ key, fact }) => `\`${key}\` is for fields of the record, and \`${fact}\` is none`,
  'check/reserved-name': ({ name }) => `\`${name}\` means something else and cannot name a fact`,
  'check/ordered-without-values': ({ fact }) =>
    `\`${fact}\` has \`ordered\`, but \`values\` does not list its values from lowest to highest`,
  'check/other-enumeration': ({ fact, other }) =>
    `\`${fact}\` and \`${other}\` have other values and cannot be compared`,
  'check/circular-fact': ({ facts }) =>
    `these facts refer to one another and come to nothing: ${facts.map((fact) => `\`${fact}\``).join(' → ')}`,
  'check/versions-overlap': ({ policy }) =>
    `two versions of the policy \`${policy}\` are in force at once; give the earlier one an \`until\`, or say with \`appliesTo\` whom one is for`,
  'check/periods-overlap': () =>
    'two periods overlap, and in between nobody knows which value holds; change one of them',
  'check/period-reversed': ({ from, until }) => `the end ${until} is not after the start ${from}`,
  'check/period-not-covered': ({ parameter, from }) =>
    `the parameter \`$${parameter}\` has no value from ${from}, while the policy is in force`,
  'check/operand-with-several-sources': ({ sources }) =>
    sources.length > 0
      ? `only one source can stand here, not ${list(sources)}`
      : 'a reference (`fact`, `item`, `outer`, or `parameter` with `at`) or a derivation such as `plus` belongs here',
  'check/minus-without-plus': () => '`minus` stands beside `plus`',
  'check/bounds-reversed': ({ least, most }) => `the least, ${least}, is greater than the most, ${most}`,
  'check/else-not-last': () => '`else` can only be the last branch',
  'check/not-computable': ({ form, value, type }) =>
    `\`${form}\` cannot be used on \`${value}\`, which is ${types[type]}`,
  'check/different-types': ({ form, types: found }) =>
    `the values of \`${form}\` are of different types: ${found.map((type) => types[type]).join(', ')}`,
  'check/mixed-units': () =>
    'days or weeks cannot be added to months or years, nor counted by them; bring them to one unit with `in:`, or add them to a date',
  'check/window-without-having': ({ key }) =>
    `\`${key}\` cannot stand without \`having\`: \`where\` selects the items, \`having\` tests them`,
  'check/needs-periods': ({ list: name }) => `the items of \`${name}\` do not last from one day to another`,
  'check/not-yearly': ({ key, list: name }) => `\`${key}\` is for yearly lists only, and \`${name}\` is none`,
  'check/not-a-word': ({ parameter, expected }) =>
    `the parameter \`$${parameter}\` must say with \`oneOf\` which words it can be, all of them among ${list(expected)}`,
  'check/only-in-extra': ({ key }) => `\`${key}\` is for a list in \`extra\` only`,
  'check/not-in-extra': ({ key }) =>
    `\`${key}\` cannot stand on a list in \`extra\`; name another list to select from it`,
  'check/for-needs-from': () => '`for` stands beside `from`, and not beside `to`',
  'check/not-a-date-field': ({ field }) => `\`${field}\` is not a field of type \`date\``,
  'check/nothing-to-meet': () =>
    'a promotion policy with neither a gate nor a pass mark finds everybody eligible; write `gates` or `scorecard.pass`',
  'check/tally-out-of-reach': ({ criteria }) =>
    `the policy has only so many watch criteria: ${criteria}; the tally is never reached`,
  'check/circular-exclusion': ({ rules }) =>
    rules.length > 1
      ? `${list(rules)} exclude one another in a circle; nobody could say which of them stands`
      : `${list(rules)} excludes itself, so it could never stand`,
  'check/pass-without-gates': () =>
    'the scorecard of an incentive policy has no pass mark; test `score` in the `when` of one of the `benefits`',
  'check/unit-without-amount': () => 'there is a `unit` but no `amount`',
  'check/amount-without-unit': () => 'an `amount` needs its `unit`, such as `{ zh: 元, en: yuan }`',
  'check/until-and-term': () => 'write either `until` or `term`, not both',
  'check/several-sources-of-points': () => 'write only one of `each`, `per` and `when`',
  'check/award-form': ({ form, source }) => `an award with \`${form}\` stands only beside \`${source}\``,
  'check/table-without-else': ({ fact, values }) =>
    `\`${fact}\` ${values.length > 0 ? `can be ${list(values)}, which the table does not have; add a row or write` : 'can be anything; write'} \`else\``,
  'check/tiers-not-rising': () => 'every tier but the last needs an `upTo`, each above the one before',
  'check/sequence-by-points': () =>
    'where points go by order of date (`first`, `then`), an item has none of its own to be kept by',
  'check/keep-needs-each': ({ item }) =>
    `the item \`${item}\` does not score by the items of a list (\`each\`), so none of them can be kept`,
  'check/unknown-score-item': ({ item, orGroup, suggestion }) =>
    `the scorecard has no item ${orGroup ? 'or group ' : ''}\`${item}\`${hint(suggestion)}`,
  'check/item-in-two-groups': ({ item }) => `the item \`${item}\` is in several groups and would count twice`,
  'check/duplicate-score-id': ({ id }) => `the id \`${id}\` stands twice in the scorecard`,
  'check/cap-below-floor': () => 'the `cap` is below the `floor`; change one of them',
  'check/negative-weight': () => 'a weight can at no time be negative',
  'check/band-without-from': ({ band }) =>
    `every band but the last needs a \`from\`, and the last has none: \`${band}\``,
  'check/bands-not-falling': () => 'bands stand from the highest to the lowest; each must start below the one before',
  'check/not-constant': () => 'a number or a parameter is needed here',
  'check/confidential-in-reason': ({ fact }) => `\`${fact}\` is sensitive and cannot be quoted in a reason`,
  'check/confidential-without-citation': ({ fact }) =>
    `the sensitive \`${fact}\` is read here, which needs a \`citation\` of its own`,
  'check/absent-passes': ({ fact, operator }) =>
    `a person without \`${fact}\` is taken to have a value that passes this negative test (\`${operator}\`); make sure that it is meant`,
  'check/no-citation': ({ provenance }) =>
    `a figure whose provenance is \`${provenance}\` needs a \`citation\`, and one from a regulation its \`certainty\``,
  'check/text-names-a-fact': ({ fact }) =>
    `\`${fact}\` is taken as text here; if the fact of that name is meant, write \`{ fact: ${fact} }\``,
  'check/unused-parameter': ({ parameter }) =>
    `the parameter \`$${parameter}\` is not used; delete it, or name it in a rule`,
  'record/syntax': ({ reason, column }) =>
    `this is not valid JSON: ${column === undefined ? '' : `at character ${column} `}${json[reason]}`,
  'record/not-an-object': () => 'this is no record of a person',
  'record/duplicate-key': ({ key }) => `the field \`${key}\` stands twice in the record`,
  'record/too-large': ({ limit }) => `the record is too large, the limit is ${limit}`,
  'record/too-deep': ({ limit }) => `the record is nested too deeply, the limit is ${limit} levels`,
  'record/missing-field': ({ field }) => `the field \`${field}\` is missing`,
  'record/unknown-field': ({ field, suggestion }) => `a record has no field \`${field}\`${hint(suggestion)}`,
  'record/wrong-type': ({ expected }) => `should be ${either(expected)}`,
  'record/not-one-of': ({ expected }) => `should be one of ${list(expected)}`,
  'record/not-a-date': ({ column, formats }) =>
    `${inColumn(column)}is no day of the calendar; write ${dateExamples(formats).join(' or ')}`,
  'record/number-digits': ({ column }) =>
    `${inColumn(column)}the number has more than 15 digits and cannot be read exactly; write an identifier as text`,
  'record/bad-text': () => 'the text is empty or not written as expected',
  'record/out-of-range': () => 'the number is out of range',
  'record/period-reversed': () => 'the end is before the start',
  'record/before-work': () => 'an annual assessment of a year before work started; one of the two is wrong',
  'record/unknown-value': ({ expected }) => `is none of the values that the fact dictionary lists: ${list(expected)}`,
  'record/waiver-without-rule': ({ policy }) => `a waiver names a rule that policy \`${policy}\` does not have`,
  'fact/division-by-zero': () => 'a derivation divides by zero',
  'fact/no-weight': ({ field }) => `no weight is given for this value of \`${field}\``,
  'fact/negative-weight': ({ weight }) => `the weight \`${weight}\` comes to less than zero`,
  'fact/no-parameter-value': ({ parameter, date }) => `the parameter \`$${parameter}\` has no value on ${date}`,
  'fact/two-versions': ({ policy }) => `two versions of the policy \`${policy}\` apply to this record`,
  'fact/out-of-range': () => 'a derivation comes to a date or number beyond what can be computed',
  'fact/failed': ({ fact, late }) =>
    `the source of \`${fact}\` ${late ? 'did not answer in time' : 'failed'}; try again, or give the value as an input`,
  'fact/extension-failed': ({ extension }) =>
    `\`${extension}\`, which the embedding program gave, failed and yielded nothing`,
  'fact/extension-argument': ({ extension }) =>
    `a number or date cannot be given to \`${extension}\` exactly (numbers have at most 15 significant digits, dates are in the years 1000 to 9999)`,
  'fact/extension-result': ({ extension, expected }) =>
    `\`${extension}\`, which the embedding program gave, did not yield the \`${expected}\` that it declares (numbers of at most 15 significant digits, dates as \`2026-11-21\`, durations as \`P1Y6M\`, no \`Promise\`)`,
  'input/unknown': ({ input, suggestion }) => `no policy declares the input \`${input}\`${hint(suggestion)}`,
  'input/wrong-type': ({ input, expected }) => `the input \`${input}\` must be ${types[expected]}`,
  'input/out-of-range': ({ input }) => `the input \`${input}\` is outside of what the policy declares`,
  'input/unknown-value': ({ input, expected }) => `the input \`${input}\` must be one of ${list(expected)}`,
  'record/no-policy': ({ subject }) => `none of the policies judges a ${subject}`,
  'record/duplicate-id': ({ line }) => `the id stands already on line ${line}`,
  'record/row-length': ({ expected, found }) => `the row has ${found} cells, the header ${expected}`,
  'record/not-yes-or-no': ({ column, yes, no }) =>
    `the column “${column}” should hold a word for yes (${list(yes)}) or no (${list(no)})`,
  'record/not-a-number': ({ column }) => `the column “${column}” should hold a number`,
  'mapping/unknown-field': ({ field, suggestion }) => `a record has no field \`${field}\`${hint(suggestion)}`,
  'mapping/unknown-column': ({ column, suggestion }) => `the roster has no column “${column}”${hint(suggestion)}`,
  'mapping/unmapped-column': ({ column, suggestion }) =>
    `the column “${column}” is mapped to no field; list it under \`ignored\` if it is not needed${hint(suggestion)}`,
  'mapping/duplicate-column': ({ column }) => `the column name “${column}” stands twice`,
  'program/syntax': () => 'this is not JSON, perhaps the file is not complete; compile the policies again',
  'program/not-a-program': () => 'this is no compiled policy; make one of policy files with `cadre-policy compile`',
  'program/schema-version': ({ found, needed }) =>
    `the file has format ${found}, and only format ${needed} can be read here; compile the policies again with this version`,
  'program/language-version': ({ found, needed }) =>
    `the program is of language version ${found}, and version ${needed} is needed here; compile the policies again with this version`,
  'program/digest': () =>
    'the content does not fit its digest: the file was changed after it was compiled; change the policy and compile it again',
}

export const enRelated: RelatedMessages = {
  opened: ({ sign }) => `\`${sign}\` begins here`,
  'first-key': ({ key }) => `the key \`${key}\` stands here first`,
  'first-item': () => 'the same item stands here first',
  'first-rule': ({ rule }) => `the reason code \`${rule}\` is used here first`,
  'first-fact': ({ fact }) => `\`${fact}\` is defined here first`,
  'first-id': ({ id }) => `the id \`${id}\` is used here first`,
  'first-record': () => 'the id stands here first',
  'first-column': ({ column }) => `the column “${column}” stands here first`,
  'mapped-column': ({ column }) => `the mapping names the column “${column}” here`,
  defined: ({ name }) => `\`${name}\` is defined here`,
  values: ({ fact }) => `the values of \`${fact}\` are listed here`,
  absent: ({ fact }) => `what the absence of \`${fact}\` means is said here`,
  parameter: ({ parameter }) => `the parameter \`$${parameter}\` is declared here`,
  'rests-on': ({ name, other }) => `\`${name}\` is defined here and needs \`${other}\``,
  'sets-aside': ({ rule, other }) => `\`${rule}\` excludes \`${other}\` here`,
  'in-force': () => 'when the policy is in force is said here',
  'other-version': ({ policy }) => `another version of the policy \`${policy}\` is here`,
  'other-period': () => 'it overlaps this period',
  floor: () => 'the floor stands here',
  'tier-before': () => 'the tier before stands here',
  'band-before': ({ band }) => `the band \`${band}\` above starts here`,
  'group-before': ({ group }) => `it is in the group \`${group}\` already`,
  item: ({ item }) => `the item \`${item}\` stands here`,
  'by-order': () => 'the points go by order of date here',
}
