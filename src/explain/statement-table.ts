import type { ScoreStatement, ShownValue } from '../model/index.js'
import type { Cell, ColumnKey, Row, Table } from './explanation.js'
import { said } from './line.js'
import { isNought } from './values.js'

type Item = ScoreStatement['items'][number]
type Group = ScoreStatement['groups'][number]

const columns: readonly ColumnKey[] = ['name', 'awarded', 'limited', 'weighted', 'earned', 'possible']

/**
 * A score as a table that can be worked out row by row: what was awarded, less what a cap took, times the weights, is
 * what was earned. In the row of a group and of the total, what its items earned stands where others have the award.
 */
export function statementTable(statement: ScoreStatement): Table {
  const { title, sum, total, possible } = statement
  const rows: readonly Row[] = [
    ...scorings(statement).flatMap(({ group, items }) => [
      ...(group ? [groupRow(group)] : []),
      ...items.map((item) => itemRow(item, statement)),
    ]),
    row('total', said('total', {}), { awarded: sum, ...limits(statement), earned: total, possible }),
  ]
  const used = columns.filter((key) => rows.some(({ cells }) => cells[key]))
  return { title, columns: used.map((key) => ({ key, align: key === 'name' ? 'start' : 'end' })), rows }
}

/** Items in the policy's order, those of a group together where its first one stands. */
export function scorings({
  items,
  groups,
}: ScoreStatement): readonly { readonly group?: Group; readonly items: readonly Item[] }[] {
  const groupOf = (item: Item): Group | undefined => groups.find(({ id }) => id === item.group)
  return items.flatMap((item, index) => {
    const group = groupOf(item)
    if (!group) return [{ items: [item] }]
    const first = items.findIndex((other) => groupOf(other) === group)
    return first === index ? [{ group, items: items.filter((other) => groupOf(other) === group) }] : []
  })
}

function itemRow(item: Item, { weights, groups }: ScoreStatement): Row {
  const { title, awarded, earned, possible } = item
  const factors = weights
    .filter(({ id }) => item.weights.includes(id))
    .map(({ times, truth }) => ({ times, sure: truth === true }))
  const grouped = groups.some(({ id }) => id === item.group)
  return row(
    'item',
    said('name', { title }),
    {
      awarded,
      ...limits(item),
      ...(factors.length > 0 && { weighted: said('weighted', { factors }) }),
      earned,
      possible,
    },
    grouped ? 1 : 0,
  )
}

function groupRow(group: Group): Row {
  const { title, sum, earned, possible } = group
  return row('group', said('name', { title }), { awarded: sum, ...limits(group), earned, possible })
}

function row(
  kind: Row['kind'],
  name: Cell,
  {
    awarded,
    earned,
    possible,
    ...cells
  }: Pick<Row['cells'], 'limited' | 'weighted'> & {
    awarded: ShownValue
    earned: ShownValue
    possible: ShownValue | undefined
  },
  depth: Row['depth'] = 0,
): Row {
  const points = (value: ShownValue): Cell => said('points', { value })
  const most = possible && { possible: points(possible) }
  return { kind, depth, cells: { name, awarded: points(awarded), ...cells, earned: points(earned), ...most } }
}

function limits({
  lost,
  cap,
  raised,
  floor,
}: Pick<Item, 'lost' | 'cap' | 'raised' | 'floor'>): Pick<Row['cells'], 'limited'> {
  const taken = lost && !isNought(lost) && { lost, ...(cap && { cap }) }
  const added = raised && !isNought(raised) && { raised, ...(floor && { floor }) }
  return taken || added ? { limited: said('limited', { ...taken, ...added }) } : {}
}
