import { type AuditTexts, auditTexts } from "../texts/audit";
import type { Sentence } from "./finding";

/** The same sentence in both languages. */
export const say = (sentence: (texts: AuditTexts) => string): Sentence => ({
  sv: sentence(auditTexts.sv),
  en: sentence(auditTexts.en),
});
