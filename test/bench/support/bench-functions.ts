import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(__dirname, '../..')

/**
 * The functions of the product, and beside them those that it is compared with, built the same way:
 * `floor` and `check-first` of test/bench/functions.
 *
 * @returns the folder, for `--functions`
 */
export async function functionsToCompare(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-functions-'))
  cpSync(join(ROOT, 'dist/cloudfunctions'), folder, { recursive: true })
  for (const name of ['floor', 'check-first']) {
    await build({
      entryPoints: [join(ROOT, `test/bench/functions/${name}.ts`)],
      outfile: join(folder, name, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minifySyntax: true,
      keepNames: true,
      logLevel: 'warning',
    })
  }
  return folder
}
