import { goTo, type Page } from "../actions/navigation";

interface Opening {
  page: Page;
  subject?: string;
}

/** Ribbon buttons and shortcuts by function name: the page each opens, and what that page shows at once. */
export const commands = {
  oppna: { page: "start" },
  rapporter: { page: "rapporter" },
  resultat: { page: "rapporter", subject: "resultat-verksamhet" },
  underlag: { page: "underlag" },
  prognos: { page: "prognos" },
  atgarder: { page: "atgarder" },
  kontroll: { page: "kontroll" },
  dela: { page: "dela" },
  funktioner: { page: "funktioner" },
  installningar: { page: "installningar" },
} satisfies Record<string, Opening>;

for (const [name, { page, subject }] of Object.entries<Opening>(commands)) {
  Office.actions.associate(name, async (event?: Office.AddinCommands.Event) => {
    try {
      goTo(page, subject);
      await Office.addin.showAsTaskpane();
    } finally {
      event?.completed();
    }
  });
}
