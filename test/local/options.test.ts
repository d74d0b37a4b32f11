import { describe, expect, test } from '@jest/globals'
import { parseCommandLine } from '../../local/cloud/options'
import { StartupError } from '../../local/cloud/startup-error'

test('without options it is what a person wants who tries it out', () => {
  expect(parseCommandLine([])).toMatchObject({
    port: 5230,
    data: '.data',
    fresh: false,
    preview: true,
    now: undefined,
    sync: 'full',
    test: false,
    timers: true,
    limits: true,
  })
})

test('all of them', () => {
  const line =
    '--port 0 --data d --fresh --no-preview --now 2026-11-17T01:00:00Z --workers 3 --sync off --test --no-timers --no-limits --log f --import i'
  expect(parseCommandLine(line.split(' '))).toEqual({
    port: 0,
    data: 'd',
    fresh: true,
    preview: false,
    now: Date.parse('2026-11-17T01:00:00Z'),
    workers: 3,
    sync: 'off',
    test: true,
    timers: false,
    limits: false,
    log: 'f',
    import: 'i',
  })
})

describe('a wrong one is named in plain words', () => {
  test.each([
    ['--prot 1', '没有 --prot 这个选项'],
    ['--port', '--port 的值不对'],
    ['--port 99999', '--port 应为 0 到 65535 的整数'],
    ['--workers 1.5', '--workers 应为'],
    ['--sync maybe', '--sync 只能是'],
    ['--now noon', '--now 应为 ISO 时间'],
    ['--export a --import b', '不能一起用'],
    ['--export a --fresh', '不能一起用'],
    ['extra', '有多余的参数'],
  ])('%s', (line, message) => {
    const parse = () => parseCommandLine(line.split(' '))
    expect(parse).toThrow(StartupError)
    expect(parse).toThrow(message)
  })
})
