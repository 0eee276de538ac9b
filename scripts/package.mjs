// What others say of the packed package: tools that know how packages go wrong, and both compilers of TypeScript on its
// declarations, with those of its dependencies. `npm run package`; the tools are fetched, so it is for releases.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const project = mkdtempSync(join(tmpdir(), 'cadre-policy-package-'))
process.on('exit', () => rmSync(project, { recursive: true }))

const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], {
  encoding: 'utf8',
})
const tarball = join(project, packed.trim().split('\n').at(-1))
cpSync('test/packed', project, { recursive: true })
writeFileSync(join(project, 'package.json'), '{}')
run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', tarball)

run('npx', '--yes', 'publint@0.3.25', '--strict', tarball)
run('npx', '--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only')
for (const compiler of ['6.0.3', '7.0.2'])
  for (const resolution of ['nodenext', 'bundler'])
    run('npx', '--yes', '--package', `typescript@${compiler}`, 'tsc', '-p', `tsconfig.${resolution}.json`)

function run(...words) {
  process.stdout.write(`\n== ${words.join(' ').replace(project, '')}\n`)
  execFileSync(words[0], words.slice(1), { cwd: project, stdio: 'inherit' })
}
