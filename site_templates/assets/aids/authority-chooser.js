import { AuthorityChooser } from "../../authorities/authority-chooser.js";

customElements.define("authority-chooser", AuthorityChooser);
