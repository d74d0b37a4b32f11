/** How the app begins: one call brings the first screen, and little goes through setData. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { OTHER_VILLAGER, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'

const MOST_BYTES = 16 * 1024

let lab: PhoneLab
beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
})
afterAll(() => lab.close())

/** Writes down in `window.sent` how many bytes each page gives to setData. */
const COUNT_SET_DATA = `(() => {
  window.sent = []
  const size = (change) => new TextEncoder().encode(JSON.stringify(change)).length
  const counted = (definition) => {
    const methods = Object.entries(definition.methods).map(([name, method]) => [name,
      function (...values) {
        if (!Object.hasOwn(this, 'setData')) {
          const { setData } = this
          this.setData = function (change, ...rest) {
            window.sent.push(size(change))
            return setData.call(this, change, ...rest)
          }
        }
        return method.apply(this, values)
      }])
    return { ...definition, methods: Object.fromEntries(methods) }
  }
  const COMPONENT = 8
  let bundle
  Object.defineProperty(window, 'miniProgram', {
    get: () => bundle,
    set(value) {
      const start = value.modules['services/page']
      value.modules['services/page'] = (...globals) => {
        const define = globals[COMPONENT]
        globals[COMPONENT] = (definition) => define(counted(definition))
        return start(...globals)
      }
      bundle = value
    },
  })
})()`

test('the first screen of a new phone needs one call and at most 16 KB of setData', async () => {
  const phone = await lab.phone(OTHER_VILLAGER)
  const { page } = phone
  // What the first opening still asks for is not what the new phone asks for.
  await phone.settled()
  await page.evaluate('localStorage.clear()')
  await page.addInitScript(COUNT_SET_DATA)
  const story: string[] = []
  let release = (): void => undefined
  const standing = new Promise<void>((done) => {
    release = done
  })
  await page.route('**/wx/call', async (route) => {
    const { name, data } = route.request().postDataJSON() as {
      name: string
      data: { action: string }
    }
    const action = `${name}.${data.action}`
    story.push(action)
    // What follows waits here until the first screen has been measured.
    if (action !== 'catalog.home') await standing
    const answer = await route.fetch()
    story.push(`${action} answered`)
    await route.fulfill({ response: answer })
  })
  await page.reload()
  await phone.sees('困难救助')
  await page.waitForTimeout(300)
  const sent = await page.evaluate<number[]>('window.sent')
  release()
  expect(story.slice(0, 2)).toEqual(['catalog.home', 'catalog.home answered'])
  expect(story.filter((step) => step === 'catalog.home')).toHaveLength(1)
  const bytes = sent.reduce((sum, one) => sum + one, 0)
  expect(sent.length).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  tell(`first screen: 1 call, ${String(sent.length)} setData, ${String(bytes)} bytes`)
  await phone.settled()
  await page.close()
})

test('pages change; how fast is printed, not judged', async () => {
  const phone = await lab.phone(VILLAGER)
  await phone.sees('困难救助')
  await phone.settled()
  const steps: readonly [string, string, string | RegExp, string][] = [
    ['home → matters', 'packages/guide/items/items', /^困难救助/, '临时救助'],
    ['matters → guide', 'packages/guide/item/item', /^临时救助/, '要带'],
    ['guide → times', 'packages/booking/slots/slots', '约个号', '换个村'],
    ['times → look once more', 'packages/booking/confirm/confirm', '下一步', '一趟办'],
  ]
  for (const [name, path, button, words] of steps) {
    const [shown, answered] = await change(phone, path, button, words)
    tell(`${name}: page after ${shown} ms, its words after ${answered} ms`)
  }
  expect(phone.complaints).toEqual([])
  await phone.page.close()
})

/** Milliseconds from the finger's lifting to the new page, and to what the cloud answered on it. */
async function change(
  phone: Phone,
  path: string,
  button: string | RegExp,
  words: string,
): Promise<[string, string]> {
  await phone.page.evaluate(`void (window.changed = new Promise((done) => {
    addEventListener('pointerup', () => {
      const start = performance.now()
      const since = () => String(Math.round(performance.now() - start))
      let shown
      const look = () => {
        const page = [...document.querySelectorAll('.page')].find((one) => !one.hidden)
        if (page?.dataset.path === '${path}') {
          shown ??= since()
          if (page.innerText.includes('${words}')) return done([shown, since()])
        }
        requestAnimationFrame(look)
      }
      look()
    }, { once: true, capture: true })
  }))`)
  await phone.tap(button)
  return phone.page.evaluate<[string, string]>('window.changed')
}

const tell = (line: string): void => void process.stdout.write(`  ${line}\n`)
