/** 反映的事 in tests. */
import type { Output } from '../../typings/wire'
import type { LocalCloud } from './local-cloud'
import { newRequest, VILLAGER } from './people'

export type Raised = Output<'case', 'raise'>['issue']

export const ISSUE = { kind: 'hotspot', text: '村口的桥塌了半边，孩子上学绕两里路' }

export async function raiseIssue(
  cloud: LocalCloud,
  content: Record<string, unknown> = {},
  openid = VILLAGER,
): Promise<Raised> {
  const { issue } = await cloud.ok<{ issue: Raised }>(openid, 'case.raise', {
    ...ISSUE,
    requestId: newRequest(),
    ...content,
  })
  return issue
}
