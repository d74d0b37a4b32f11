/** Runs a command of the project with its output on the terminal. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The file behind a command of an installed package, so that no shell is needed. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name)

/** Resolves to the exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1)))
  })
}
