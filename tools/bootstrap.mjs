/**
 * Makes sure that what a command needs is there. Plain Node without packages, because it runs
 * before any is installed. Installs what is missing, shows the progress and says what it did.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const STAMP = join(ROOT, 'node_modules', '.installed-lock')
const OLDEST_NODE = 20

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const CHROMIUM_PACKAGES = ['chromium', 'fonts-noto-cjk']

/** A step that failed with a message meant for the person at the keyboard. */
export class BootstrapError extends Error {}

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  throw new BootstrapError(
    `需要 Node ${OLDEST_NODE} 或更新的版本，现在是 ${process.versions.node}。` +
      '请到 https://nodejs.org 安装后再运行。',
  )
}

/** Runs `npm ci` when node_modules is missing or package-lock.json has changed since. */
export async function ensureDependencies() {
  checkNode()
  const lock = hash(readFileSync(join(ROOT, 'package-lock.json')))
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : null
  if (installed === lock) return false
  // Installed by hand with plain npm: believe npm's own record of the same lock file.
  if (installed === null && matchesNpmRecord()) {
    writeFileSync(STAMP, `${lock}\n`)
    return false
  }
  say(installed === null ? '安装依赖（npm ci），约需一分钟……' : '依赖有变化，重新安装（npm ci）……')
  const started = Date.now()
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=warn'])
  if (status !== 0) {
    throw new BootstrapError(
      `npm ci 没有成功（退出码 ${status}）。请检查网络或镜像（npm config get registry）后重试。`,
    )
  }
  writeFileSync(STAMP, `${lock}\n`)
  say(`依赖已装好（${Math.round((Date.now() - started) / 1000)} 秒）。`)
  return true
}

/**
 * The path of a Chromium, installed when that is possible without asking: as root on Debian.
 * Otherwise it says which command to run and returns null; what needs a browser is then skipped.
 */
export async function ensureChromium() {
  const found = CHROMIUM_NAMES.map(findInPath).find(Boolean)
  if (found) return found
  const command = `apt-get install -y ${CHROMIUM_PACKAGES.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    say(`没有找到 Chromium。请安装后再运行，例如：sudo ${command}`)
    return null
  }
  say(`安装 Chromium（${command}）……`)
  const quiet = ['-qq', '-o=Dpkg::Use-Pty=0']
  const update = await run('apt-get', ['update', ...quiet])
  const install =
    update === 0
      ? await run('apt-get', [
          'install',
          '-y',
          '--no-install-recommends',
          ...quiet,
          ...CHROMIUM_PACKAGES,
        ])
      : update
  const path = install === 0 ? (CHROMIUM_NAMES.map(findInPath).find(Boolean) ?? null) : null
  say(path ? `Chromium 已装好：${path}` : `Chromium 没有装上，请手动运行：${command}`)
  return path
}

/** npm writes the tree it installed into node_modules; equal to the lock file, nothing is missing. */
function matchesNpmRecord() {
  try {
    const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
    const wanted = read('package-lock.json')
    const present = read('node_modules/.package-lock.json')
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || optional || present[path]?.version === version,
    )
  } catch {
    return false
  }
}

function findInPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** Runs a command with its output on the terminal; resolves to the exit code. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      // Standard output belongs to the caller (the ready line); progress goes to standard error.
      stdio: ['ignore', process.stderr, 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1)))
  })
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
