export * from "./source";
export { recogniseSources, type RecogniseOptions } from "./recognise";
export { readSource } from "./read";
export { selectRecords, sumBy, sumWhere, type Where } from "./aggregate";
export { typMeaning } from "./typ";
export { sourceTemplate, sourceTemplates, type SourceTemplate, type TemplateColumn } from "./template";
export {
  choiceText,
  fieldName,
  noticeText,
  questionText,
  readingText,
  refusalText,
  sourceRemarks,
} from "./say";
export { answerTo, sourceColumns } from "./mapping";
export { sourceFields } from "./kinds";
