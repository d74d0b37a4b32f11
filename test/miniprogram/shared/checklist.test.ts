import { describe, expect, it } from '@jest/globals'
import { mergeChecklist } from '../../../miniprogram/shared/checklist'
import type { MaterialFacts } from '../../../miniprogram/shared/checklist'
import { paperPicture } from '../../../miniprogram/shared/papers'

const paper = (change: Partial<MaterialFacts>): MaterialFacts => ({
  key: 'id-card',
  name: '居民身份证',
  form: 'original+copy',
  count: 1,
  required: true,
  source: 'self',
  note: null,
  ...change,
})

const matter = (code: string, ...materials: MaterialFacts[]) => ({ code, name: code, materials })

describe('one list for several matters', () => {
  it('names a paper once, tells how many use it and adds up the copies', () => {
    const { bring } = mergeChecklist([
      matter('A', paper({})),
      matter('B', paper({})),
      matter('C', paper({})),
    ])
    expect(bring).toHaveLength(1)
    expect(bring[0]?.note).toBe('3件事都用它，原件加3张复印件')
  })

  it('keeps papers apart that share a generic key but are something else in each matter', () => {
    const old = (name: string) => paper({ key: 'old-cert', name, form: 'original' })
    const { bring } = mergeChecklist([matter('A', old('旧社保卡')), matter('B', old('旧身份证'))])
    expect(bring.map(({ name }) => name)).toEqual(['旧社保卡', '旧身份证'])
  })

  it('keeps the same generic key apart even when the name is the same', () => {
    const evidence = paper({ key: 'evidence', name: '材料' })
    expect(mergeChecklist([matter('A', evidence), matter('B', evidence)]).bring).toHaveLength(2)
  })

  it('leaves out forms that lie at the window', () => {
    const form = paper({ key: 'apply-form', name: '申请表', form: 'form', source: 'issued' })
    const list = mergeChecklist([matter('A', form, paper({}))])
    expect(list.bring.map(({ name }) => name)).toEqual(['居民身份证'])
    expect(list.forms).toEqual(['申请表'])
  })

  it('calls a paper needed when one of the matters needs it', () => {
    const list = mergeChecklist([matter('A', paper({ required: false })), matter('B', paper({}))])
    expect(list.bring).toHaveLength(1)
    expect(list.maybe).toHaveLength(0)
  })

  it('is empty for a matter without papers', () => {
    expect(mergeChecklist([matter('ZH-01')])).toEqual({ bring: [], maybe: [], forms: [] })
  })
})

describe('pictures of papers', () => {
  it.each([
    ['id-card-heirs', '双方或所有继承人的身份证', 'id-card'],
    ['old-cert', '旧社保卡', 'social-card'],
    ['evidence', '能说明事情的东西', 'papers'],
    ['apply-form', '申请表', 'form'],
    ['unheard-of', '没听说过的', 'papers'],
  ])('%s %s is drawn as %s', (key, name, picture) => {
    expect(paperPicture({ key, name })).toBe(picture)
  })
})
