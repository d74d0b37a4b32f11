import { dial } from '../../services/phone'

/** The bar below: a living person first, then at most two buttons (slot). Wraps when text is large. */
Component({
  properties: {
    phone: String,
    callText: { type: String, value: '问一问' },
    /** Who picks up, for screen readers. */
    who: String,
  },
  methods: {
    call() {
      dial(this.data.phone)
    },
  },
})
