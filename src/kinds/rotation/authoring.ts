import type { PolicyDocument } from '../../model/index.js'
import type { Authoring, PolicyParts } from '../authoring-kind.js'

type RotationPolicy = Extract<PolicyDocument, { readonly kind: 'rotation' }>

/** How the rules of a rotation policy stand in its file. */
export const rotationAuthoring: Authoring<RotationPolicy> = { name: 'rotation', partsOf, check: () => {} }

function partsOf({ triggers, exemptions = [], deferrals = [] }: RotationPolicy): PolicyParts {
  const rules = [
    ...triggers.map((written, index) => {
      const { type, obligation, move } = written
      const consequence = { obligation, ...(type && { type }), ...(move && { move }) }
      return { role: 'trigger', path: ['triggers', index], written, consequence }
    }),
    ...exemptions.map((written, index) => {
      const setsAside = { by: 'exemption', role: 'trigger', listedIn: 'exempts', rules: written.exempts } as const
      return { role: 'exemption', path: ['exemptions', index], written, setsAside }
    }),
    ...deferrals.map((written, index) => {
      const setsAside = { by: 'deferral', role: 'trigger', listedIn: 'defers', rules: written.defers } as const
      return { role: 'deferral', path: ['deferrals', index], written, setsAside }
    }),
  ]
  return { rules }
}
