/**
 * Workbooks shaped as Excel saves them, part by part: prefixes, ignorable namespaces, uids, row spans, descents, extension
 * lists, and parts that the workbench doesn't model. Figures and texts are invented.
 */
export type Parts = Record<string, string | Uint8Array>;

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "application/vnd.openxmlformats-officedocument";
const ss = `${office}.spreadsheetml`;

const worksheetOpen = (uid: string) =>
  `<worksheet xmlns="${main}" xmlns:r="${rel}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3" xr:uid="{${uid}}">`;

const relationships = (lines: [id: string, type: string, target: string, external?: boolean][]) =>
  `${header}<Relationships xmlns="${pack}">${lines
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${rel}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

const contentTypes = (overrides: [part: string, type: string][], workbook: string) =>
  `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="${ss}.printerSettings"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="${office}.vmlDrawing"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${workbook}"/>${overrides
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join("")}</Types>`;

const theme = `${header}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office-tema"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="0E2841"/></a:dk2><a:lt2><a:srgbClr val="E8E8E8"/></a:lt2><a:accent1><a:srgbClr val="156082"/></a:accent1><a:accent2><a:srgbClr val="E97132"/></a:accent2><a:accent3><a:srgbClr val="196B24"/></a:accent3><a:accent4><a:srgbClr val="0F9ED5"/></a:accent4><a:accent5><a:srgbClr val="A02B93"/></a:accent5><a:accent6><a:srgbClr val="4EA72E"/></a:accent6><a:hlink><a:srgbClr val="467886"/></a:hlink><a:folHlink><a:srgbClr val="96607D"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Aptos Display"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Aptos Narrow"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="25400"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;

const styles = `${header}<styleSheet xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac x16r2 xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:x16r2="http://schemas.microsoft.com/office/spreadsheetml/2015/02/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><numFmts count="2"><numFmt numFmtId="43" formatCode="_-* #,##0.00_-;\\-* #,##0.00_-;_-* &quot;-&quot;??_-;_-@_-"/><numFmt numFmtId="164" formatCode="#,##0;[Red]\\-#,##0"/></numFmts><fonts count="5" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="Aptos Narrow"/><family val="2"/><scheme val="minor"/></font><font><b/><sz val="11"/><color theme="0"/><name val="Aptos Narrow"/><family val="2"/><scheme val="minor"/></font><font><sz val="10"/><name val="Arial"/><family val="2"/></font><font><u/><sz val="11"/><color theme="10"/><name val="Aptos Narrow"/><family val="2"/><scheme val="minor"/></font><font><sz val="9"/><color indexed="81"/><name val="Tahoma"/><charset val="1"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="-0.249977111117893"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill><fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color auto="1"/></top><bottom style="double"><color indexed="64"/></bottom><diagonal/></border></borders><cellStyleXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" applyFont="0" applyFill="0" applyBorder="0" applyAlignment="0" applyProtection="0"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0" applyNumberFormat="0" applyFill="0" applyBorder="0" applyAlignment="0" applyProtection="0"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="11"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="2"/><xf numFmtId="0" fontId="0" fillId="3" borderId="0" xfId="0" applyFill="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="3"/><xf numFmtId="0" fontId="0" fillId="4" borderId="0" xfId="0" pivotButton="1" applyFill="1" applyAlignment="1"><alignment textRotation="90" indent="2"/></xf></cellXfs><cellStyles count="4"><cellStyle name="Hyperlänk" xfId="2" builtinId="8"/><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Normal 2" xfId="3" xr:uid="{00000000-0005-0000-0000-000003000000}"/><cellStyle name="Procent" xfId="1" builtinId="5"/></cellStyles><dxfs count="3"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><numFmt numFmtId="164" formatCode="#,##0;[Red]\\-#,##0"/></dxf><dxf><font><b val="0"/><i/></font><fill><patternFill patternType="lightUp"><fgColor theme="4"/></patternFill></fill><border><left style="thin"><color theme="0"/></left></border></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/><colors><mruColors><color rgb="FF112233"/></mruColors></colors><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext><ext uri="{9260A510-F301-46a8-8635-F512D64BE5F5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:timelineStyles defaultTimelineStyle="TimeSlicerStyleLight1"/></ext></extLst></styleSheet>`;

const sharedStrings = `${header}<sst xmlns="${main}" count="14" uniqueCount="11"><si><t>Verksamhet</t></si><si><t>Utfall</t></si><si><t>Budget</t></si><si><t>Avvikelse</t></si><si><t>LSS boende</t></si><si><t>Daglig verksamhet</t></si><si><r><t xml:space="preserve">Personlig </t></r><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="Aptos Narrow"/><family val="2"/><scheme val="minor"/></rPr><t>assistans</t></r></si><si><t xml:space="preserve"> inledande blank</t></si><si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si><si><t>rad ett
rad två &lt;&amp;&gt; _x0041_ _x005F_x0041_</t></si><si><t/></si></sst>`;

/** Values of every kind, formulas of every kind, and almost every element a sheet can have. */
const dataSheet = `${header}${worksheetOpen("0A1B2C3D-0001-4000-8000-000000000001")}<sheetPr codeName="Blad1"><tabColor theme="5" tint="0.39997558519241921"/><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:H14"/><sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="topRight" activeCell="B1" sqref="B1"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/><selection pane="bottomRight" activeCell="C3" sqref="C3 E5:F6"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="22.7109375" bestFit="1" customWidth="1"/><col min="2" max="4" width="12.85546875" style="2" customWidth="1"/><col min="6" max="6" width="0" hidden="1" customWidth="1"/><col min="7" max="8" width="9.140625" outlineLevel="1"/></cols><sheetData><row r="1" spans="1:8" s="1" customFormat="1" ht="30" customHeight="1" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c><c r="D1" s="1" t="s"><v>3</v></c><c r="E1" s="1"/><c r="H1" s="1"/></row><row r="2" spans="1:8" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>4</v></c><c r="B2" s="2"><v>1234.5</v></c><c r="C2" s="2"><v>1200</v></c><c r="D2" s="2"><f>C2-B2</f><v>-34.5</v></c><c r="E2" s="4"><f t="shared" ref="E2:E4" si="0">D2/$C2</f><v>-2.8750000000000001E-2</v></c><c r="F2" s="3"><v>45291</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="e"><f>NA()</f><v>#N/A</v></c></row><row r="3" spans="1:8" outlineLevel="1" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>5</v></c><c r="B3" s="2"><v>-0.1</v></c><c r="C3" s="2"><v>1E-10</v></c><c r="D3" s="2"><f t="shared" ref="D3:D4" si="1">C3-B3</f><v>0.10000000009999999</v></c><c r="E3" s="4"><f t="shared" si="0"/><v>1000000001</v></c><c r="F3" s="3"><v>45292</v></c><c r="G3" t="str"><f>A3&amp;" – "&amp;TEXT(B3,"0,0")</f><v>Daglig verksamhet – -0,1</v></c></row><row r="4" spans="1:8" hidden="1" outlineLevel="1" x14ac:dyDescent="0.25"><c r="A4" t="s"><v>6</v></c><c r="B4" s="2"><v>300</v></c><c r="C4" s="2"><v>310</v></c><c r="D4" s="2"><f t="shared" si="1"/><v>10</v></c><c r="E4" s="4"><f t="shared" si="0"/><v>3.2258064516129031E-2</v></c><c r="H4" t="e"><v>#DIV/0!</v></c></row><row r="5" spans="1:8" collapsed="1" x14ac:dyDescent="0.25"><c r="A5" t="s"><v>8</v></c><c r="B5" s="5"><f>SUM(B2:B4)</f><v>1534.4</v></c><c r="C5" s="5"><f>SUBTOTAL(9,C2:C4)</f><v>1510.0000000001</v></c><c r="D5" s="5"><f t="array" ref="D5">SUM(C2:C4-B2:B4)</f><v>-24.399999999900004</v></c></row><row r="6" spans="1:8" x14ac:dyDescent="0.25"><c r="A6" t="s"><v>7</v></c><c r="B6" cm="1"><f t="array" ref="B6:B8">_xlfn._xlws.SORT(_xlfn.UNIQUE(B2:B4),,-1)</f><v>1234.5</v></c><c r="C6"><f>SUM(_xlfn.ANCHORARRAY(B6))</f><v>1534.4</v></c><c r="D6"><f>_xlfn.SINGLE(B2:B4)</f><v>0</v></c></row><row r="7" spans="1:8" x14ac:dyDescent="0.25"><c r="B7"><v>300</v></c><c r="C7"><f>_xlfn.LET(_xlpm.x,B2,_xlpm.y,2,_xlpm.x*_xlpm.y)</f><v>2469</v></c><c r="D7"><f>_xlfn.XLOOKUP(A2,A:A,B:B)</f><v>1234.5</v></c></row><row r="8" spans="1:8" x14ac:dyDescent="0.25"><c r="A8" t="s"><v>9</v></c><c r="B8"><v>-0.1</v></c><c r="C8" cm="1"><f t="array" ref="C8">_xldudf_KOLL_AVVIKELSE(B2,C2)</f><v>-34.5</v></c></row><row r="9" spans="1:8" x14ac:dyDescent="0.25"><c r="A9" s="8" t="s"><v>10</v></c><c r="B9"><f>[1]Blad1!$A$1+Moms</f><v>12.25</v></c><c r="C9"><f>Tabeller!B3+SUM(Ekonomi[Utfall])+'Diagram &amp; bilder'!A1</f><v>10</v></c><c r="D9" t="e"><f>[1]!_xldudf_KOLL_PROGNOS(B2)</f><v>#NAME?</v></c></row><row r="10" spans="1:8" x14ac:dyDescent="0.25"><c r="A10"><v>10</v></c><c r="B10"><v>20</v></c></row><row r="11" spans="1:8" x14ac:dyDescent="0.25"><c r="A11"><v>1</v></c><c r="B11"><f t="dataTable" ref="B11:B12" dt2D="0" dtr="0" r1="A10"/><v>20</v></c></row><row r="12" spans="1:8" x14ac:dyDescent="0.25"><c r="A12"><v>2</v></c><c r="B12"><v>20</v></c></row><row r="14" spans="1:8" ht="15.75" thickBot="1" x14ac:dyDescent="0.3"><c r="C14" s="7"/></row></sheetData><sheetProtection algorithmName="SHA-512" hashValue="c2Ft" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatCells="0" autoFilter="0"/><protectedRanges><protectedRange sqref="C14" name="Område1"/></protectedRanges><autoFilter ref="A1:D4" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000AF}"><filterColumn colId="0"><filters><filter val="Daglig verksamhet"/><filter val="LSS boende"/></filters></filterColumn><sortState xmlns:xlrd2="http://schemas.microsoft.com/office/spreadsheetml/2017/richdata2" ref="A2:D4"><sortCondition ref="B2:B4"/></sortState></autoFilter><mergeCells count="2"><mergeCell ref="E1:F1"/><mergeCell ref="A13:D13"/></mergeCells><phoneticPr fontId="2" type="noConversion"/><conditionalFormatting sqref="D2:D4"><cfRule type="cellIs" dxfId="0" priority="4" operator="lessThan"><formula>0</formula></cfRule><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{1A2B3C4D-0000-4000-8000-00000000DB01}</x14:id></ext></extLst></cfRule></conditionalFormatting><conditionalFormatting sqref="E2:E4 E6"><cfRule type="expression" dxfId="2" priority="3" stopIfTrue="1"><formula>AND($E2&lt;0,_xlfn.XOR(TRUE,FALSE))</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Fel" error="Välj i listan" sqref="A2:A4" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000D1}"><formula1>"LSS boende,Daglig verksamhet"</formula1></dataValidation><dataValidation type="decimal" errorStyle="warning" operator="greaterThanOrEqual" allowBlank="1" showDropDown="1" sqref="B2:B4" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000D2}"><formula1>0</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A2" r:id="rId1" tooltip="Läs mer" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000E1}"/><hyperlink ref="A3" location="'Diagram &amp; bilder'!A1" display="dit" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000E2}"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.70866141732283472" right="0.70866141732283472" top="0.74803149606299213" bottom="0.74803149606299213" header="0.31496062992125984" footer="0.31496062992125984"/><pageSetup paperSize="9" scale="80" orientation="landscape" horizontalDpi="300" verticalDpi="300" r:id="rId2"/><headerFooter differentFirst="1"><oddHeader>&amp;L&amp;"Aptos,Fet"Utfall &amp;&amp; budget&amp;R&amp;D</oddHeader><oddFooter>&amp;CSida &amp;P av &amp;N</oddFooter><firstHeader>&amp;CFörsta</firstHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="D2" formula="1"/></ignoredErrors><drawing r:id="rId3"/><legacyDrawing r:id="rId4"/><legacyDrawingHF r:id="rId5"/><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="{1A2B3C4D-0000-4000-8000-00000000DB01}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>D2:D4</xm:sqref></x14:conditionalFormatting><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="1" id="{1A2B3C4D-0000-4000-8000-00000000DB02}"><x14:iconSet iconSet="3Stars"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>C2:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" xr:uid="{0A1B2C3D-0001-4000-8000-0000000000D3}"><x14:formula1><xm:f>Tabeller!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>C14</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap" xr2:uid="{0A1B2C3D-0001-4000-8000-0000000000F1}"><x14:colorSeries theme="4" tint="-0.499984740745262"/><x14:sparklines><x14:sparkline><xm:f>Data!B2:C2</xm:f><xm:sqref>H3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>`;

const tableSheet = `${header}${worksheetOpen("0A1B2C3D-0002-4000-8000-000000000002")}<dimension ref="A1:C4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><sheetData><row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>3</v></c></row><row r="2" spans="1:3" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>4</v></c><c r="B2"><v>4</v></c><c r="C2"><f>Ekonomi[[#This Row],[Utfall]]*2</f><v>8</v></c></row><row r="3" spans="1:3" x14ac:dyDescent="0.25"><c r="A3" t="s"><v>5</v></c><c r="B3"><v>6</v></c><c r="C3"><f>Ekonomi[[#This Row],[Utfall]]*2</f><v>12</v></c></row><row r="4" spans="1:3" x14ac:dyDescent="0.25"><c r="A4" t="inlineStr"><is><t>Summa</t></is></c><c r="B4"><f>SUBTOTAL(109,Ekonomi[Utfall])</f><v>10</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x14:slicerList xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicer r:id="rId2"/></x14:slicerList></ext></extLst></worksheet>`;

const table = `${header}<table xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr xr3" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3" id="3" xr:uid="{0A1B2C3D-0002-4000-8000-00000000007A}" name="Ekonomi" displayName="Ekonomi" ref="A1:C4" totalsRowCount="1" headerRowDxfId="2"><autoFilter ref="A1:C3" xr:uid="{0A1B2C3D-0002-4000-8000-00000000007B}"/><tableColumns count="3"><tableColumn id="1" xr3:uid="{0A1B2C3D-0002-4000-8000-000000000071}" name="Verksamhet" totalsRowLabel="Summa"/><tableColumn id="2" xr3:uid="{0A1B2C3D-0002-4000-8000-000000000072}" name="Utfall" totalsRowFunction="sum" dataDxfId="1"/><tableColumn id="3" xr3:uid="{0A1B2C3D-0002-4000-8000-000000000073}" name="Avvikelse"><calculatedColumnFormula>Ekonomi[[#This Row],[Utfall]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;

const pivotSheet = `${header}${worksheetOpen("0A1B2C3D-0003-4000-8000-000000000003")}<dimension ref="A1:B4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><sheetData><row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" spans="1:2" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>4</v></c><c r="B2"><v>4</v></c></row></sheetData><conditionalFormatting pivot="1" sqref="B2"><cfRule type="top10" dxfId="0" priority="1" percent="1" rank="10"/></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

const pictureSheet = `${header}${worksheetOpen("0A1B2C3D-0004-4000-8000-000000000004")}<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><sheetData><row r="1" spans="1:1" x14ac:dyDescent="0.25"><c r="A1"><v>1</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><control shapeId="2049" r:id="rId2" name="Knapp 1"><controlPr defaultSize="0"><anchor moveWithCells="1"><from><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">1</xdr:col></from></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent></worksheet>`;

const chartSheet = `${header}<chartsheet xmlns="${main}" xmlns:r="${rel}"><sheetPr/><sheetViews><sheetView zoomScale="100" workbookViewId="0"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>`;

const anchor = (inner: string, from: [number, number], to: [number, number]) =>
  `<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>${from[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from[1]}</xdr:row><xdr:rowOff>9525</xdr:rowOff></xdr:from><xdr:to><xdr:col>${to[0]}</xdr:col><xdr:colOff>304800</xdr:colOff><xdr:row>${to[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inner}<xdr:clientData/></xdr:twoCellAnchor>`;

const drawing = `${header}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor(
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Diagram 1"><a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{00000000-0008-0000-0000-000002000000}"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${rel}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  [5, 1],
  [9, 12],
)}${anchor(
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Bild 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${rel}" r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
  [0, 14],
  [2, 20],
)}<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex" Requires="cx1">${anchor(
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="4" name="Vattenfall"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chart xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" xmlns:r="${rel}" r:id="rId3"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
  [10, 1],
  [14, 12],
)}</mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:wsDr>`;

export const chart = `${header}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${rel}" xmlns:c16r2="http://schemas.microsoft.com/office/drawing/2015/06/chart"><c:date1904 val="0"/><c:lang val="sv-SE"/><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr rot="0"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr><a:r><a:rPr lang="sv-SE"/><a:t>Utfall mot </a:t></a:r><a:r><a:rPr lang="sv-SE" b="1"/><a:t>budget</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/><c:spPr><a:noFill/></c:spPr></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Data!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Utfall</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>Data!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>LSS boende</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Data!$B$2:$B$4</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1234.5</c:v></c:pt></c:numCache></c:numRef></c:val><c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart"><c16:uniqueId val="{00000000-1111-4222-8333-000000000000}"/></c:ext></c:extLst></c:ser><c:gapWidth val="219"/><c:overlap val="-27"/><c:axId val="111"/><c:axId val="222"/></c:barChart><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:strRef><c:f>Data!$C$1</c:f></c:strRef></c:tx><c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="ed7d31"/></a:solidFill><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:val><c:numRef><c:f>Data!$C$2:$C$4</c:f></c:numRef></c:val><c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="333"/><c:axId val="444"/></c:lineChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:max val="2000"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>tkr</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx><c:valAx><c:axId val="444"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="r"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="333"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx><c:catAx><c:axId val="333"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="444"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr></c:chartSpace>`;

const comments = `${header}<comments xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><authors><author>Ekonom</author><author>tc={A1B2C3D4-0000-4000-8000-0000000000C1}</author></authors><commentList><comment ref="B2" authorId="0" shapeId="0" xr:uid="{0A1B2C3D-0000-4000-8000-0000000000B2}"><text><r><rPr><b/><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><charset val="1"/></rPr><t>Ekonom:</t></r><r><rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><charset val="1"/></rPr><t xml:space="preserve">
Kontrollera</t></r></text></comment><comment ref="C3" authorId="1" shapeId="0" xr:uid="{A1B2C3D4-0000-4000-8000-0000000000C1}"><text><t>[Threaded comment]

Your version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924

Comment:
    Stämmer budgeten?
Reply:
    Ja</t></text></comment></commentList></comments>`;

const threads = `${header}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments" xmlns:x="${main}"><threadedComment ref="C3" dT="2024-03-01T10:20:30.45" personId="{B1B2C3D4-0000-4000-8000-0000000000A1}" id="{A1B2C3D4-0000-4000-8000-0000000000C1}" done="1"><text>Stämmer budgeten?</text></threadedComment><threadedComment ref="C3" dT="2024-03-01T11:20:30.45" personId="{B1B2C3D4-0000-4000-8000-0000000000A1}" id="{A1B2C3D4-0000-4000-8000-0000000000C2}" parentId="{A1B2C3D4-0000-4000-8000-0000000000C1}"><text>Ja</text></threadedComment></ThreadedComments>`;

const noteShape = (id: number, row: number, column: number) =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style='position:absolute;\r\n  margin-left:107.25pt;visibility:hidden' fillcolor="infoBackground [80]" o:insetmode="auto">\r\n  <v:fill color2="infoBackground [80]"/>\r\n  <v:textbox style='mso-direction-alt:auto'>\r\n   <div style='text-align:left'></div>\r\n  </v:textbox>\r\n  <x:ClientData ObjectType="Note">\r\n   <x:MoveWithCells/>\r\n   <x:SizeWithCells/>\r\n   <x:Anchor>\r\n    2, 15, 0, 2, 4, 17, 4, 3</x:Anchor>\r\n   <x:AutoFill>False</x:AutoFill>\r\n   <x:Row>${row}</x:Row>\r\n   <x:Column>${column}</x:Column>\r\n  </x:ClientData>\r\n </v:shape>`;

/** Not well-formed, as Excel's own shapes with several lines aren't. */
const button = `<v:shape id="_x0000_s1027" type="#_x0000_t201" style='position:absolute' o:button="t"><v:textbox><div style='text-align:center'><font face="Aptos">Rad ett<br>Rad två</font></div></v:textbox><x:ClientData ObjectType="Button"><x:Anchor>5, 0, 5, 0, 6, 0, 7, 0</x:Anchor></x:ClientData></v:shape>`;

const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n <o:shapelayout v:ext="edit">\r\n  <o:idmap v:ext="edit" data="1"/>\r\n </o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\r\n  <v:stroke joinstyle="miter"/>\r\n </v:shapetype>${noteShape(1025, 1, 1)}${noteShape(1026, 2, 2)}${button}</xml>`;

const headerVml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="LH" o:spid="_x0000_s3073" type="#_x0000_t75" style='width:10pt'><v:imagedata o:relid="rId1" o:title="logga"/></v:shape></xml>`;

const bytes = (seed: number, length: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 3)) & 255);

const workbook = `${header}<workbook xmlns="${main}" xmlns:r="${rel}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr xr6 xr10 xr2" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:xr6="http://schemas.microsoft.com/office/spreadsheetml/2016/revision6" xmlns:xr10="http://schemas.microsoft.com/office/spreadsheetml/2016/revision10" xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="27328"/><workbookPr codeName="DennaArbetsbok" defaultThemeVersion="202300"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Arbete\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{0A1B2C3D-0000-4000-8000-0000000000FF}" xr6:coauthVersionLast="47" xr6:coauthVersionMax="47" xr10:uidLastSave="{00000000-0000-0000-0000-000000000000}"/><workbookProtection lockStructure="0"/><bookViews><workbookView xWindow="-120" yWindow="-120" windowWidth="29040" windowHeight="15720" tabRatio="700" xr2:uid="{0A1B2C3D-0000-4000-8000-0000000000FE}"/></bookViews><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Tabeller" sheetId="4" r:id="rId2"/><sheet name="Diagram1" sheetId="7" r:id="rId3"/><sheet name="Pivot" sheetId="5" state="hidden" r:id="rId4"/><sheet name="Diagram &amp; bilder" sheetId="6" r:id="rId5"/></sheets><externalReferences><externalReference r:id="rId6"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Data!$A$1:$D$4</definedName><definedName name="Lokalt" localSheetId="4">'Diagram &amp; bilder'!$A$1</definedName><definedName name="Moms" comment="Mervärdesskatt">0.25</definedName><definedName name="Nyast">_xlfn.XLOOKUP(MAX(Data!$F$2:$F$4),Data!$F$2:$F$4,Data!$A$2:$A$4)</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$E$9,Data!$G$1:$H$5</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">OFFSET(Tabeller!$A$1,0,0,4,3)</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Data!$A:$A,Data!$1:$1</definedName><definedName name="Utsnitt_Verksamhet">#N/A</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="12" r:id="rId7"/></pivotCaches><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:slicerCaches xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerCache r:id="rId8"/></x15:slicerCaches></ext></extLst></workbook>`;

const metadata = `${header}<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const cell = (address: string) => `<c r="${address}" i="1"/>`;
const calcChain = `${header}<calcChain xmlns="${main}">${["D2", "E2", "H2", "D3", "E3", "G3", "D4", "E4", "B5", "C5", "D5", "B6", "C6", "D6", "C7", "D7", "C8", "B9", "C9", "D9"].map(cell).join("")}<c r="C2" i="4"/><c r="C3" i="4"/><c r="B4" i="4"/></calcChain>`;

const relationType2011 = "http://schemas.microsoft.com/office/2011/relationships";

/** A workbook saved by Excel 365 with nearly everything in it. `macros` makes it an .xlsm. */
export function excelBook({ macros = false } = {}): Parts {
  const kind = macros ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml" : `${ss}.sheet.main+xml`;
  const overrides: [string, string][] = [
    ["xl/worksheets/sheet1.xml", `${ss}.worksheet+xml`],
    ["xl/worksheets/sheet2.xml", `${ss}.worksheet+xml`],
    ["xl/chartsheets/sheet1.xml", `${ss}.chartsheet+xml`],
    ["xl/worksheets/sheet3.xml", `${ss}.worksheet+xml`],
    ["xl/worksheets/sheet4.xml", `${ss}.worksheet+xml`],
    ["xl/externalLinks/externalLink1.xml", `${ss}.externalLink+xml`],
    ["xl/pivotCache/pivotCacheDefinition1.xml", `${ss}.pivotCacheDefinition+xml`],
    ["xl/pivotCache/pivotCacheRecords1.xml", `${ss}.pivotCacheRecords+xml`],
    ["xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml"],
    ["xl/theme/theme1.xml", `${office}.theme+xml`],
    ["xl/styles.xml", `${ss}.styles+xml`],
    ["xl/sharedStrings.xml", `${ss}.sharedStrings+xml`],
    ["xl/metadata.xml", `${ss}.sheetMetadata+xml`],
    ["xl/drawings/drawing1.xml", `${office}.drawing+xml`],
    ["xl/charts/chart1.xml", `${office}.drawingml.chart+xml`],
    ["xl/charts/chartEx1.xml", "application/vnd.ms-office.chartex+xml"],
    ["xl/charts/style1.xml", "application/vnd.ms-office.chartstyle+xml"],
    ["xl/charts/chart2.xml", `${office}.drawingml.chart+xml`],
    ["xl/drawings/drawing2.xml", `${office}.drawing+xml`],
    ["xl/comments1.xml", `${ss}.comments+xml`],
    ["xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"],
    ["xl/persons/person.xml", "application/vnd.ms-excel.person+xml"],
    ["xl/tables/table1.xml", `${ss}.table+xml`],
    ["xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml"],
    ["xl/pivotTables/pivotTable1.xml", `${ss}.pivotTable+xml`],
    ["xl/ctrlProps/ctrlProp1.xml", "application/vnd.ms-excel.controlproperties+xml"],
    ["xl/calcChain.xml", `${ss}.calcChain+xml`],
    ["xl/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml"],
    ["xl/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml"],
    ["customXml/itemProps1.xml", `${office}.customXmlProperties+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["docProps/app.xml", `${office}.extended-properties+xml`],
    ["docProps/custom.xml", `${office}.custom-properties+xml`],
    ...(macros
      ? ([["xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"]] as [string, string][])
      : []),
  ];
  return {
    "[Content_Types].xml": contentTypes(overrides, kind),
    "_rels/.rels": relationships([
      ["rId3", "extended-properties", "docProps/app.xml"],
      ["rId2", `${pack}/metadata/core-properties`, "docProps/core.xml"],
      ["rId1", "officeDocument", "xl/workbook.xml"],
      ["rId5", "custom-properties", "docProps/custom.xml"],
      ["rId4", `${relationType2011}/webextensiontaskpanes`, "xl/webextensions/taskpanes.xml"],
    ]),
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relationships([
      [
        "rId8",
        "http://schemas.microsoft.com/office/2007/relationships/slicerCache",
        "slicerCaches/slicerCache1.xml",
      ],
      ["rId3", "chartsheet", "chartsheets/sheet1.xml"],
      ["rId7", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
      ["rId12", "sheetMetadata", "metadata.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId6", "externalLink", "externalLinks/externalLink1.xml"],
      ["rId11", "sharedStrings", "sharedStrings.xml"],
      ["rId5", "worksheet", "worksheets/sheet4.xml"],
      ["rId15", "customXml", "../customXml/item1.xml"],
      ["rId10", "styles", "styles.xml"],
      ["rId4", "worksheet", "worksheets/sheet3.xml"],
      ["rId9", "theme", "theme/theme1.xml"],
      ["rId14", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"],
      ["rId13", "calcChain", "calcChain.xml"],
      ...(macros
        ? ([
            ["rId16", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
          ] as [string, string, string][])
        : []),
    ]),
    "xl/worksheets/sheet1.xml": dataSheet,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships([
      ["rId1", "hyperlink", "https://example.se/?a=1&amp;b=2", true],
      ["rId2", "printerSettings", "../printerSettings/printerSettings1.bin"],
      ["rId3", "drawing", "../drawings/drawing1.xml"],
      ["rId5", "vmlDrawing", "../drawings/vmlDrawing2.vml"],
      ["rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId6", "comments", "../comments1.xml"],
      [
        "rId7",
        "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
        "../threadedComments/threadedComment1.xml",
      ],
    ]),
    "xl/worksheets/sheet2.xml": tableSheet,
    "xl/worksheets/_rels/sheet2.xml.rels": relationships([
      ["rId1", "table", "../tables/table1.xml"],
      ["rId2", "http://schemas.microsoft.com/office/2007/relationships/slicer", "../slicers/slicer1.xml"],
    ]),
    "xl/chartsheets/sheet1.xml": chartSheet,
    "xl/chartsheets/_rels/sheet1.xml.rels": relationships([["rId1", "drawing", "../drawings/drawing2.xml"]]),
    "xl/worksheets/sheet3.xml": pivotSheet,
    "xl/worksheets/_rels/sheet3.xml.rels": relationships([
      ["rId1", "pivotTable", "../pivotTables/pivotTable1.xml"],
    ]),
    "xl/worksheets/sheet4.xml": pictureSheet,
    "xl/worksheets/_rels/sheet4.xml.rels": relationships([
      ["rId2", "ctrlProp", "../ctrlProps/ctrlProp1.xml"],
    ]),
    "xl/externalLinks/externalLink1.xml": `${header}<externalLink xmlns="${main}" xmlns:r="${rel}"><externalBook r:id="rId1"><sheetNames><sheetName val="Blad1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>12</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": relationships([
      ["rId1", "externalLinkPath", "file:///C:\\Arbete\\Annan%20bok.xlsx", true],
    ]),
    "xl/pivotCache/pivotCacheDefinition1.xml": `${header}<pivotCacheDefinition xmlns="${main}" xmlns:r="${rel}" r:id="rId1" refreshedBy="Ekonom" refreshedDate="45000" createdVersion="8" refreshedVersion="8" minRefreshableVersion="3" recordCount="1"><cacheSource type="worksheet"><worksheetSource name="Ekonomi"/></cacheSource><cacheFields count="2"><cacheField name="Verksamhet" numFmtId="0"><sharedItems count="1"><s v="LSS boende"/></sharedItems></cacheField><cacheField name="Utfall" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="4" maxValue="4"/></cacheField></cacheFields></pivotCacheDefinition>`,
    "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationships([
      ["rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"],
    ]),
    "xl/pivotCache/pivotCacheRecords1.xml": `${header}<pivotCacheRecords xmlns="${main}" count="1"><r><x v="0"/><n v="4"/></r></pivotCacheRecords>`,
    "xl/pivotTables/pivotTable1.xml": `${header}<pivotTableDefinition xmlns="${main}" name="Pivottabell1" cacheId="12" dataCaption="Värden"><location ref="A1:B2" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><dataFields count="1"><dataField name="Summa" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>`,
    "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships([
      ["rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"],
    ]),
    "xl/slicerCaches/slicerCache1.xml": `${header}<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="Utsnitt_Verksamhet" sourceName="Verksamhet"/>`,
    "xl/slicers/slicer1.xml": `${header}<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="Verksamhet" cache="Utsnitt_Verksamhet" caption="Verksamhet" rowHeight="241300"/></slicers>`,
    "xl/tables/table1.xml": table,
    "xl/theme/theme1.xml": theme,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": sharedStrings,
    "xl/metadata.xml": metadata,
    "xl/calcChain.xml": calcChain,
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relationships([
      ["rId3", "http://schemas.microsoft.com/office/2014/relationships/chartEx", "../charts/chartEx1.xml"],
      ["rId2", "image", "../media/image1.png"],
      ["rId1", "chart", "../charts/chart1.xml"],
    ]),
    "xl/charts/chart1.xml": chart,
    "xl/charts/_rels/chart1.xml.rels": relationships([
      ["rId1", "http://schemas.microsoft.com/office/2011/relationships/chartStyle", "style1.xml"],
    ]),
    "xl/charts/style1.xml": `${header}<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>`,
    "xl/charts/chartEx1.xml": `${header}<cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"><cx:chartData/></cx:chartSpace>`,
    "xl/drawings/drawing2.xml": drawing
      .replace(
        /<xdr:twoCellAnchor editAs="oneCell"><xdr:from>[\s\S]*?<\/xdr:from><xdr:to>[\s\S]*?<\/xdr:to>/,
        '<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9300000" cy="6080000"/>',
      )
      .replace(
        /<xdr:clientData\/><\/xdr:twoCellAnchor>[\s\S]*$/,
        "<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>",
      ),
    "xl/drawings/_rels/drawing2.xml.rels": relationships([["rId1", "chart", "../charts/chart2.xml"]]),
    "xl/charts/chart2.xml": chart,
    "xl/drawings/vmlDrawing1.vml": vml,
    "xl/drawings/vmlDrawing2.vml": headerVml,
    "xl/drawings/_rels/vmlDrawing2.vml.rels": relationships([["rId1", "image", "../media/image1.png"]]),
    "xl/media/image1.png": bytes(1, 200),
    "xl/printerSettings/printerSettings1.bin": bytes(2, 300),
    "xl/ctrlProps/ctrlProp1.xml": `${header}<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="Button" lockText="1"/>`,
    "xl/comments1.xml": comments,
    "xl/threadedComments/threadedComment1.xml": threads,
    "xl/persons/person.xml": `${header}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments" xmlns:x="${main}"><person displayName="Handläggare" id="{B1B2C3D4-0000-4000-8000-0000000000A1}" userId="S::handlaggare@example.se::1" providerId="AD"/></personList>`,
    "xl/webextensions/taskpanes.xml": `${header}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref xmlns:r="${rel}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    "xl/webextensions/_rels/taskpanes.xml.rels": relationships([
      ["rId1", `${relationType2011}/webextension`, "webextension1.xml"],
    ]),
    "xl/webextensions/webextension1.xml": `${header}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{0A1B2C3D-0000-4000-8000-000000000AAA}"><we:reference id="wa000000001" version="1.0.0.0" store="sv-SE" storeType="OMEX"/><we:alternateReferences/><we:properties><we:property name="annans" value="&quot;orörd&quot;"/></we:properties><we:bindings/><we:snapshot xmlns:r="${rel}"/></we:webextension>`,
    "customXml/item1.xml": '<p:etikett xmlns:p="urn:exempel:etikett"><p:klass>Öppen</p:klass></p:etikett>',
    "customXml/itemProps1.xml": `${header}<ds:datastoreItem ds:itemID="{0A1B2C3D-0000-4000-8000-00000000CCCC}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:exempel:etikett"/></ds:schemaRefs></ds:datastoreItem>`,
    "customXml/_rels/item1.xml.rels": relationships([["rId1", "customXmlProps", "itemProps1.xml"]]),
    "docProps/core.xml": `${header}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Uppföljning</dc:title><dc:creator>Ekonom</dc:creator><cp:lastModifiedBy>Ekonom</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-15T08:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-01T08:00:00Z</dcterms:modified></cp:coreProperties>`,
    "docProps/app.xml": `${header}<Properties xmlns="${office.replace("application/vnd.openxmlformats-officedocument", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Kalkylblad</vt:lpstr></vt:variant><vt:variant><vt:i4>4</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="4" baseType="lpstr"><vt:lpstr>Data</vt:lpstr><vt:lpstr>Tabeller</vt:lpstr><vt:lpstr>Pivot</vt:lpstr><vt:lpstr>Diagram &amp; bilder</vt:lpstr></vt:vector></TitlesOfParts><Company>Kommunen</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0300</AppVersion></Properties>`,
    "docProps/custom.xml": `${header}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Diarienummer"><vt:lpwstr>2024-17</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Klar"><vt:bool>true</vt:bool></property></Properties>`,
    ...(macros && { "xl/vbaProject.bin": bytes(3, 4000) }),
  };
}

/** The least workbook: one sheet with `sheetData`, nothing that can be left out. */
export function leastBook(sheet: string): Parts {
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ss}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ss}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}" xmlns:r="${rel}">${sheet}</worksheet>`,
  };
}
