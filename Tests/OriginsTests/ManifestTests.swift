import Consent
import Origins
import Testing

@Suite("Every list of the manifest")
struct ManifestTests {
    let catalogue: LayoutCatalogue

    init() throws {
        catalogue = try LayoutCatalogue.shipped
    }

    @Test("has exactly the LinkedIn rows that the manifest names", arguments: try SampleList.all())
    func rows(list: SampleList) throws {
        let records = try list.records()
        let recognition = catalogue.recognise(Array(records.prefix(40)))
        let first = recognition.headerIndex.map { $0 + 1 } ?? 0
        let contacts = records.dropFirst(first).filter { row in row.contains { !$0.isEmpty } }
        var found: Set<Int> = []
        for (number, row) in zip(1..., contacts.prefix(max(list.dataRows, 1)))
        where recognition.origin(of: row).origin.isLinkedInSourced {
            found.insert(number)
        }
        #expect(found == list.linkedInRows)
    }

    @Test("has its header where the manifest says", arguments: try SampleList.all())
    func header(list: SampleList) throws {
        let recognition = catalogue.recognise(Array(try list.records().prefix(40)))
        guard list.headerLine > 0 else {
            #expect(recognition.headerIndex == nil)
            #expect(recognition.addressColumns == [0])
            return
        }
        // No record before a header runs over several lines here; a `sep=` line is no record.
        let isAfterSeparator = list.name.contains("sep_cp1252")
        #expect(recognition.headerIndex == list.headerLine - (isAfterSeparator ? 2 : 1))
        let hasAddresses = !list.name.hasPrefix("phantombuster")
        #expect(recognition.addressColumns.isEmpty != hasAddresses)
    }

    @Test(
        "is known by the layout of its tool",
        arguments: [
            ("linkedin_connections_2024_notes_lf", "linkedin-connections"),
            ("linkedin_connections_2024_bom_crlf", "linkedin-connections"),
            ("linkedin_connections_quoted_notes_word", "linkedin-connections"),
            ("linkedin_connections_new_no_preamble", "linkedin-connections"),
            ("linkedin_connections_2018_datetime", "linkedin-connections"),
            ("linkedin_connections_comma_only_rows", "linkedin-connections"),
            ("linkedin_connections_excel_resaved_padded", "linkedin-connections"),
            ("linkedin_connections_excel_utf16_semicolon", "linkedin-connections"),
            ("linkedin_connections_sep_cp1252", "linkedin-connections"),
            ("linkedin_connections_localised_de", "linkedin-connections"),
            ("linkedin_connections_localised_es", "linkedin-connections"),
            ("tricky_linkedin_with_consent_ledger", "linkedin-connections"),
            ("tricky_connections_columns_reordered", "linkedin-connections"),
            ("linkedin_importedcontacts", "linkedin-imported-contacts"),
            ("linkedin_connections_export_microsoft_outlook", "linkedin-outlook-connections"),
            ("linkedin_sales_navigator_leads", "linkedin-sales-navigator"),
            ("linkedin_lead_gen_form_consented", "linkedin-lead-gen-form"),
            ("phantombuster_salesnav_search_export", "phantombuster"),
            ("apollo_contacts_export", "apollo"), ("evaboot_leads_subset", "evaboot"),
            ("waalaxy_export", "waalaxy"), ("linkedhelper2_export_semicolon_bom", "linked-helper"),
            ("hunter_leads_export", "hunter"), ("lemlist_contacts_export", "lemlist"),
            ("clay_table_export", "clay"), ("hubspot_contacts_export", "hubspot"),
            ("google_contacts_old_linkedin_group", "google-contacts-old"),
            ("google_contacts_new_linkedin_label", "google-contacts"),
            ("outlook_contacts_en", "outlook-contacts-en"),
            ("salesforce_lead_report_footer", "salesforce-report"),
            ("pipedrive_people_export", "pipedrive"), ("listmonk_export", "listmonk"),
            ("listmonk_import_plain", "listmonk"), ("mailchimp_audience_export_subscribed", "mailchimp"),
            ("mailchimp_excel_mac_cr_only", "mailchimp"), ("brevo_contacts_export", "brevo"),
            ("keila_export", "keila"), ("ghost_members_export", "ghost"), ("substack_email_list", "substack"),
            ("constant_contact_export", "constant-contact"), ("kit_convertkit_subscribers", "kit"),
            ("mautic_contacts_export", "mautic"), ("rapidmail_doi_export", "rapidmail"),
            ("sparkloop_style_signup_source", "sparkloop"),
        ])
    func layout(name: String, id: String) throws {
        let list = try #require(try SampleList.all().first { $0.name == name + ".csv" })
        #expect(catalogue.recognise(Array(try list.records().prefix(40))).layout?.id == id)
    }

    @Test(
        "without a layout of any tool gets none",
        arguments: [
            "tricky_laundered_source_removed", "tricky_position_column_football", "dirt_email_cells",
            "tricky_partial_linkedin_url", "tricky_utm_linkedin_landing_signup",
            "tricky_linkedin_url_spellings",
            "dirt_german_excel_sep_cp1252", "mailman_postorius_member_export",
        ])
    func noLayout(name: String) throws {
        let list = try #require(try SampleList.all().first { $0.name == name + ".csv" })
        #expect(catalogue.recognise(Array(try list.records().prefix(40))).layout == nil)
    }

    @Test(
        "names the origin of each row",
        arguments: [
            ("linkedin_connections_2024_notes_lf", [Origin](repeating: .linkedinConnection, count: 8)),
            ("linkedin_lead_gen_form_consented", [Origin](repeating: .linkedinLeadForm, count: 5)),
            ("linkedin_importedcontacts", [Origin](repeating: .linkedinImportedContacts, count: 5)),
            ("hunter_leads_export", [.linkedinProfile, .linkedinProfile, .unknown, .linkedinProfile]),
            (
                "google_contacts_old_linkedin_group",
                [.linkedinProfile, .linkedinProfile, .linkedinProfile, .addressBook, .addressBook]
            ),
            ("sparkloop_style_signup_source", [.signUpForm, .signUpForm, .signUpForm]),
            (
                "mailchimp_audience_export_subscribed",
                [.signUpForm, .linkedinProfile, .linkedinProfile, .signUpForm, .linkedinConnection, .unknown]
            ),
            ("kit_convertkit_subscribers", [.signUpForm, .linkedinConnection, .unknown]),
            ("mautic_contacts_export", [.crm, .crm, .crm, .crm]),
            (
                "salesforce_lead_report_footer",
                [.linkedinProfile, .crm, .linkedinProfile, .crm, .linkedinConnection, .crm]
            ),
        ])
    func origins(name: String, expected: [Origin]) throws {
        let list = try #require(try SampleList.all().first { $0.name == name + ".csv" })
        let records = try list.records()
        let recognition = catalogue.recognise(Array(records.prefix(40)))
        let first = try #require(recognition.headerIndex) + 1
        let contacts = records.dropFirst(first).filter { row in row.contains { !$0.isEmpty } }
        #expect(contacts.prefix(list.dataRows).map { recognition.origin(of: $0).origin } == expected)
    }
}
