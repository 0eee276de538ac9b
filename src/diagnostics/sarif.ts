import { engineVersion, type Locale, type SourceText, type Span, sortedUnique } from '../base/index.js'
import { type DiagnosticCode, type Severity, severityOf } from './catalogue.js'
import type { Diagnostic } from './diagnostic.js'
import { messageOf, moreText, relatedMessageOf } from './messages.js'
import { type Region, regionsIn } from './region.js'
import { shownOf } from './shown.js'

/** A log of one run in the Static Analysis Results Interchange Format, 2.1.0; of the format what we write. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}

interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] }
  }
  readonly language: string
  readonly columnKind: 'utf16CodeUnits'
  readonly results: readonly SarifResult[]
  readonly invocations: readonly SarifInvocation[]
}

interface SarifRule {
  readonly id: DiagnosticCode
  readonly defaultConfiguration: { readonly level: Severity }
}

interface SarifResult {
  readonly ruleId: DiagnosticCode
  readonly ruleIndex: number
  readonly level: Severity
  readonly message: SarifMessage
  readonly locations?: readonly SarifLocation[]
  readonly relatedLocations?: readonly (SarifLocation & { readonly message: SarifMessage })[]
}

interface SarifLocation {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region }
}

interface SarifInvocation {
  readonly executionSuccessful: true
  /** How many problems were left out, where some were. */
  readonly toolExecutionNotifications?: readonly { readonly level: 'warning'; readonly message: SarifMessage }[]
}

interface SarifMessage {
  readonly text: string
}

/**
 * Problems as a SARIF 2.1.0 log, plain JSON: one run, sorted by place, at most 1,000 results and a notification that
 * counts the rest. Files are relative to where the command ran; where a region ends is told of files among `sources`.
 */
export function toSarif(
  diagnostics: Iterable<Diagnostic>,
  { locale, sources = [] }: { readonly locale: Locale; readonly sources?: Iterable<SourceText> },
): SarifLog {
  const { shown, more } = shownOf(diagnostics)
  const regionOf = regionsIn(sources)
  const codes = sortedUnique(shown.map(({ code }) => code))
  const left = { level: 'warning', message: { text: moreText(more, locale) } } as const
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cadre-policy',
            version: engineVersion,
            rules: codes.map((id) => ({ id, defaultConfiguration: { level: severityOf(id) } })),
          },
        },
        language: locale === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        results: shown.map(resultOf),
        invocations: [{ executionSuccessful: true, ...(more > 0 && { toolExecutionNotifications: [left] }) }],
      },
    ],
  }

  function resultOf(diagnostic: Diagnostic): SarifResult {
    const { code, severity, span, related } = diagnostic
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: severity,
      message: { text: inSarif(messageOf(diagnostic, locale)) },
      ...(span && { locations: [locationOf(span)] }),
      ...(related && {
        relatedLocations: related.map((one) => ({
          ...locationOf(one.span),
          message: { text: inSarif(relatedMessageOf(one, locale)) },
        })),
      }),
    }
  }

  function locationOf(span: Span): SarifLocation {
    return { physicalLocation: { artifactLocation: { uri: uriOf(span.file) }, region: regionOf(span) } }
  }
}

/** In SARIF's messages braces stand for arguments unless they are doubled, and `[text](address)` is a link, which nothing of ours is. */
function inSarif(text: string): string {
  return text.replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '] (')
}

/** A relative file as a relative reference, an absolute one as a file URI; every part is encoded. */
function uriOf(file: string): string {
  const parts = file.replace(/\p{Cs}/gu, '\ufffd').split('/')
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? '')
  const encoded = parts.map((part, index) => (drive && index === 0 ? part : encodeURIComponent(part))).join('/')
  if (drive) return `file:///${encoded}`
  return file.startsWith('/') ? `file://${encoded}` : encoded
}
