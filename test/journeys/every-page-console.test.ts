/** The pages of the administrator, held to what every page is held to; and what they are for. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { holdPages, pagesOf } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { ADMIN, LEADER, newRequest, SUPERVISOR, TUESDAY } from '../support/people'
import { PhoneLab } from '../support/phones'

let lab: PhoneLab

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/console/list/list': () => ({ openid: ADMIN, query: 'kind=items' }),
  'packages/console/edit/edit': () => ({
    openid: ADMIN,
    query: 'kind=item&id=MZ-05&part=materials',
  }),
  'packages/console/item/item': () => ({ openid: ADMIN, query: 'code=MZ-05' }),
  'packages/console/calendar/calendar': () => ({ openid: ADMIN }),
  'packages/console/export/export': () => ({ openid: SUPERVISOR }),
  // A township is no county: the page says so, and where to go.
  'packages/console/county/county': () => ({ openid: LEADER }),
}

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const change = { commitDays: 7, people: [] }
  await lab.cloud.ok(ADMIN, 'office.saveItem', { code: 'MZ-05', change, requestId: newRequest() })
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/console/'), VISITS, () => lab)

const placeOf = (placeId: string) =>
  lab.cloud.ok<Output<'office', 'placeHistory'>>(ADMIN, 'office.placeHistory', { placeId })

const editing = (kind: string) => `/packages/console/edit/edit?kind=${kind}`

test('what is missing is named and filled in; the difference is read; then it is made public', async () => {
  const phone = await lab.phone(ADMIN, { path: '/packages/console/item/item?code=MZ-05' })
  await phone.sees('还不能公开，这几样空着')
  await phone.sees('改成：7个工作日')
  await phone.tap('服务人员')
  await phone.tap('加一个人')
  await phone.type('姓名', '蒋福生')
  await phone.type('岗位', '主任')
  await phone.type('办公电话', '0736-0000517')
  await phone.tap('好')
  await phone.tap('存成草稿')
  await phone.tap('公开这一版')
  await phone.type('为什么改', '时限改短了')
  await phone.tap(/^公开$/)
  await phone.sees('第2版，现在用的')
  expect(phone.complaints).toEqual([])
  await phone.page.close()
  const { item } = await lab.cloud.ok<Output<'catalog', 'guide'>>(null, 'catalog.guide', {
    code: 'MZ-05',
  })
  expect(item).toMatchObject({ commitDays: 7, people: [{ name: '蒋福生' }] })
})

test('two administrators at once: the second sees both and loses nothing', async () => {
  const phone = await lab.phone(ADMIN, { path: `${editing('place')}&id=v02` })
  await phone.settled()
  await phone.type('地址', '村部二楼')
  const { place } = await placeOf('v02')
  const theirs = { address: '村部一楼', phone: '0736-0000302', hours: '周四上午' }
  await lab.cloud.ok(ADMIN, 'office.editPlace', {
    ...theirs,
    placeId: 'v02',
    location: null,
    sample: true,
    version: place.version,
    requestId: newRequest(),
  })
  await phone.tap('存下')
  await phone.sees(/刚刚有别人改了/)
  await phone.tap('关上')
  await phone.sees('别人刚把这里改成：')
  await phone.sees('村部一楼')
  await phone.tap('存下')
  await phone.sees('存好了')
  const { place: now } = await placeOf('v02')
  expect(now).toMatchObject({ address: '村部二楼', hours: '周四上午' })
  await phone.page.close()
})

test('a sheet is pinned up and taken down again', async () => {
  const phone = await lab.phone(ADMIN, { path: `${editing('place')}&id=v01` })
  await phone.settled()
  await phone.tap('公示栏')
  await phone.tap('贴一张')
  await phone.type('标题', '停水')
  await phone.type('写什么', '周三停水一天')
  await phone.tap('贴上')
  await phone.sees(/贴的，贴到/)
  await phone.tap('撤下，停水')
  await phone.tap(/^撤下$/)
  await phone.sees('撤下了')
  expect(phone.complaints).toEqual([])
  await phone.page.close()
})

test('the notice of next year is pasted, looked at and stored', async () => {
  const phone = await lab.phone(ADMIN, { path: '/packages/console/calendar/calendar' })
  await phone.settled()
  await phone.pick('2027年')
  await phone.sees('全年的安排还没填，日子是暂定的')
  await phone.tap('贴上放假通知')
  const notice = [
    '一、元旦：1月1日至3日放假，共3天。',
    '二、春节：2月5日至12日放假调休，共8天。2月20日（周六）上班。',
    '三、清明节：4月5日放假。',
    '四、劳动节：5月1日至5日放假调休，共5天。',
    '五、端午节：6月9日放假。',
    '六、中秋节：9月15日放假。',
    '七、国庆节：10月1日至7日放假调休，共7天。',
  ]
  await phone.type(/元旦/, notice.join('\n'))
  await phone.tap('读进来')
  await phone.tap('看看会改什么')
  await phone.sees('没有哪件事的日子会变。')
  await phone.tap('就这样存')
  await phone.sees('全年的安排有了')
  expect(phone.complaints).toEqual([])
  await phone.page.close()
})
