/** 龚桂香, 78, lives alone, cannot read, has no phone: the agent books and hands in for her. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { AGENT, CADRE, THURSDAY, TUESDAY } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'

let lab: PhoneLab
let agent: Phone

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  agent = await lab.phone(AGENT, { path: '/packages/station/agent/agent' })
})
afterAll(() => lab.close())

async function forWhom(): Promise<void> {
  await agent.open({ path: '/packages/station/help/help' })
  await agent.sees('帮谁办？')
  await agent.type(/照身份证上写/, '龚桂香')
  await agent.tap('选一件')
  await agent.type(/说两个字/, '高龄')
  await agent.tap(/高龄津贴/)
}

test('the agent books Thursday in the village for her', async () => {
  await agent.shot('20-agent')
  await forWhom()
  await agent.shot('21-agent-for-whom')
  await agent.tap('替他约号')
  await agent.pick(/^8:30–9:00/)
  await agent.tap('下一步')
  await agent.sees(/龚桂香/)
  await agent.tap('就这样，约好')
  await agent.answerReminders('允许')
  await agent.sees(/报这个号/)
  const { visitors } = await lab.cloud.ok<Output<'appointment', 'day'>>(AGENT, 'appointment.day', {
    venueId: 'v01',
    date: THURSDAY,
  })
  expect(visitors.map(({ name, start }) => [name, start])).toEqual([['龚桂香', '08:30']])
})

test('the agent hands in for her and watches it', async () => {
  await forWhom()
  await agent.tap('替他交件')
  await agent.sees(/龚桂香/)
  await agent.tap('先交这些')
  await agent.answerReminders('允许')
  await agent.sees(/查询码/)
  const { tasks } = await lab.cloud.ok<Output<'case', 'inbox'>>(CADRE, 'case.inbox')
  expect(tasks.map(({ applicantName }) => applicantName)).toEqual(['龚桂香'])
  await agent.open({ path: '/packages/station/agent/agent' })
  await agent.sees(/龚桂香/)
  await agent.shot('22-agent-after')
  expect(agent.complaints).toEqual([])
})
