/** Pictures of papers: show the paper, not its name. The files are `assets/papers/<picture>.svg`. */

export type PaperPicture =
  | 'id-card'
  | 'hukou'
  | 'bank-card'
  | 'social-card'
  | 'photo'
  | 'photo-two'
  | 'scene'
  | 'medical'
  | 'form'
  | 'thumb'
  | 'stamped'
  | 'papers'
  | 'paper'
  | 'booklet-red'
  | 'booklet-green'
  | 'license'
  | 'plan'
  | 'receipt'

/** By key of the material where the key means one thing everywhere. */
const BY_KEY: readonly (readonly [RegExp, PaperPicture])[] = [
  [/^id-card/, 'id-card'],
  [/^residence-permit$/, 'id-card'],
  [/^hukou/, 'hukou'],
  [/^bank-card$/, 'bank-card'],
  [/^social-card$/, 'social-card'],
  [/^photo-(couple|family)$/, 'photo-two'],
  [/^photo/, 'photo'],
  [/-photo$/, 'scene'],
  [
    /^(medical-record|diagnosis|discharge|health-report|settlement|death-cert|birth-cert)$/,
    'medical',
  ],
  [/^(apply-form|reason-form|transfer-form|authorization|declare-form|promise)$/, 'form'],
  [/^proxy-letter$/, 'thumb'],
  [/^(marriage-cert|disability-cert|only-child-cert|retire-cert|property-cert)$/, 'booklet-red'],
  [/^(forest-cert|health-cert|train-cert|vaccine-book|land-contract)$/, 'booklet-green'],
  [/^biz-license$/, 'license'],
  [/^(house-plan|design-plan|survey|cut-plan)$/, 'plan'],
  [/^(invoice|fee-list|funeral-bill|buy-invoice)$/, 'receipt'],
]

/** By what the name says, for generic keys and papers that the township adds. */
const BY_NAME: readonly (readonly [RegExp, PaperPicture])[] = [
  [/身份证|居住证/, 'id-card'],
  [/户口本/, 'hukou'],
  [/社保卡|保障卡/, 'social-card'],
  [/银行卡|一卡通|存折/, 'bank-card'],
  [/合影/, 'photo-two'],
  [/免冠|证件照|寸照/, 'photo'],
  [/照片/, 'scene'],
  [/医|病|诊断|死亡/, 'medical'],
  [/手印|委托书|授权书/, 'thumb'],
  [/申请|申报|登记表|承诺|声明|表$/, 'form'],
  [/发票|票据|清单|收据/, 'receipt'],
  [/执照/, 'license'],
  [/图/, 'plan'],
  [/证$|证书/, 'booklet-red'],
  [/意见|证明|公示|判决|批准|许可/, 'stamped'],
]

export function paperPicture(material: {
  readonly key: string
  readonly name: string
}): PaperPicture {
  const fits = ([pattern]: readonly [RegExp, PaperPicture], text: string) => pattern.test(text)
  return (
    BY_KEY.find((row) => fits(row, material.key))?.[1] ??
    BY_NAME.find((row) => fits(row, material.name))?.[1] ??
    'papers'
  )
}

export const paperImage = (picture: PaperPicture): string => `/assets/papers/${picture}.svg`
