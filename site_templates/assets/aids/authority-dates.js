import { AuthorityDates } from "../../authorities/authority-dates.js";

customElements.define("authority-dates", AuthorityDates);
