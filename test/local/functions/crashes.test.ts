import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

/** Each way a function can end its process; none may touch the gateway or the calls of others. */
const CRASHES = {
  exit: 'process.exit(7)',
  abort: 'process.abort()',
  kill: 'process.kill(process.pid, "SIGKILL")',
  uncaught:
    'setTimeout(() => { throw new Error("nobody catches") }); return new Promise(() => undefined)',
  unhandled:
    'void Promise.reject(new Error("nobody listens")); return new Promise(() => undefined)',
  memory: 'const hoard = []; for (;;) hoard.push(new Array(1e6).fill(hoard.length))',
  late: 'setTimeout(() => { throw new Error("after the answer") }, 50); return "answered"',
  loop: 'for (;;);',
  flood: 'for (;;) console.log("x".repeat(100000))',
  microtasks: 'const again = () => Promise.resolve().then(again); return again()',
  circular: 'const loop = {}; loop.loop = loop; return loop',
  bigint: 'return 1n',
  nothingThrown: 'throw undefined',
}

type Crash = keyof typeof CRASHES

const cloud = new CloudFixture()

beforeAll(async () => {
  await cloud.build('echo')
  for (const [name, code] of Object.entries(CRASHES)) {
    const timeout = ['loop', 'microtasks', 'flood'].includes(name) ? 1 : 20
    cloud.write(name, `exports.main = async () => { ${code} }`, { timeout })
  }
  cloud.write('broken', 'exports.main = (')
  cloud.write('empty', '')
  cloud.write('throws', 'throw new Error("while loading")')
  await cloud.start()
}, 60_000)
afterAll(() => cloud.remove())

/** More than there are workers, so that every worker is asked. */
async function othersAreServed() {
  const others = await Promise.all(Array.from({ length: 4 }, () => cloud.call('echo', {})))
  for (const { error } of others) expect(error).toBeUndefined()
}

test.each<[Crash, string, string]>([
  ['exit', 'FUNCTIONS_EXECUTE_FAIL', 'exit 7'],
  ['abort', 'FUNCTIONS_EXECUTE_FAIL', 'process.abort() is not supported'],
  ['kill', 'FUNCTIONS_EXECUTE_FAIL', 'exit 137'],
  ['uncaught', 'FUNCTIONS_EXECUTE_FAIL', 'nobody catches'],
  ['unhandled', 'FUNCTIONS_EXECUTE_FAIL', 'nobody listens'],
  ['memory', 'FUNCTIONS_EXECUTE_FAIL', 'memory'],
  ['loop', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', '1 seconds'],
  ['microtasks', 'FUNCTIONS_TIME_LIMIT_EXCEEDED', '1 seconds'],
  ['flood', expect.any(String) as unknown as string, ''],
  ['circular', 'FUNCTIONS_EXECUTE_FAIL', 'circular'],
  ['bigint', 'FUNCTIONS_EXECUTE_FAIL', 'BigInt'],
  ['nothingThrown', 'FUNCTIONS_EXECUTE_FAIL', 'undefined'],
])(
  '%s',
  async (name, code, message) => {
    const { error } = await cloud.call(name, {})
    expect(error).toEqual({ code, message: expect.stringContaining(message) })
    await othersAreServed()
  },
  30_000,
)

test('one that crashes after its answer has answered', async () => {
  expect((await cloud.call('late', {})).result).toBe('answered')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await othersAreServed()
})

test.each([
  ['broken', 'SyntaxError'],
  ['empty', 'no exports.main'],
  ['throws', 'while loading'],
])('a bundle that is %s', async (name, message) => {
  expect((await cloud.call(name, {})).error).toEqual({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining(message),
  })
  await othersAreServed()
})

test('all of it at once, with others in between', async () => {
  const names = Object.keys(CRASHES)
  const answers = await Promise.all(names.map((name) => cloud.call(name, {})))
  for (const { error, result } of answers) expect(error?.code ?? result).toEqual(expect.any(String))
  await othersAreServed()
}, 60_000)
