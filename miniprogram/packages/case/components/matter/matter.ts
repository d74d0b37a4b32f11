/** A matter as its people see it: who has it, what is next, by when; then reply, steps, course. */
Component({
  properties: {
    /** `MatterView` of packages/case/matter-view. */
    matter: { type: Object, value: null as unknown as object },
    /** Whether who has it is in today. */
    presence: { type: Object, value: null as unknown as object },
  },
})
