import { it } from 'vitest'
import { readFileSync } from 'node:fs'
import { loadPolicySet } from '/work/main/src/check/index.js'
import { formatDiagnostics } from '/work/main/src/diagnostics/index.js'
import { compile } from '/work/main/src/compile/index.js'
import { evaluate } from '/work/main/src/evaluate/index.js'
import { readRecord } from '/work/main/src/record/index.js'
it('smoke', async () => {
  const files = ['policies/cadre.facts.yaml','policies/jiangyan/rotation.policy.yaml']
  const loaded = loadPolicySet(files.map(file => ({file, text: readFileSync('/work/main/'+file,'utf8')})))
  if (!loaded.ok) { console.log(formatDiagnostics(loaded.diagnostics,{locale:'zh'})); console.log(formatDiagnostics(loaded.diagnostics,{locale:'en'})); return }
  const program = compile(loaded.value,{asOf:'2026-11-21'})
  const r = readRecord({id:'T1', birthDate:'1980-05', workStartedOn:'2003-07-01', posts:[{title:'科长',unit:'x',unitType:'区级机关',level:'乡科级正职',sensitive:true,category:'综合管理',from:'2021-11-21',mode:'regular'}], assessments:[{kind:'annual',year:2025,grade:'称职'}], supervision:[], investigations:[], assignments:[], leaves:[]})
  if (!r.ok) throw new Error(JSON.stringify(r))
  const d = await evaluate(program, r.value)
  console.log(JSON.stringify(d,null,1))
})
