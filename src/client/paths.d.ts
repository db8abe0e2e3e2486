export interface paths {
    "/v1/portraits/{profession}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The nationwide portrait of a profession */
        get: operations["getPortrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portraits/{profession}/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portrait of a profession in a region */
        get: operations["getRegionalPortrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portraits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Portraits, in the order of their addresses */
        get: operations["listPortraits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/professions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All professions, in the order of their slugs */
        get: operations["listProfessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All regions, in the order of their slugs */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/professions/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the professions */
        get: operations["getProfession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the regions */
        get: operations["getRegion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Job references that are live, newest first */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job reference */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** German full text over portraits, professions and regions */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The release feed
         * @description Every time that a portrait appeared, changed or went away, in the order in which that was committed. Without a cursor it begins at the very beginning. Store `cursor` and hand it back: nothing is missed and nothing comes twice.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sitemap of the calling site: an index of parts */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sitemaps/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One part of the sitemap, at most 50,000 addresses */
        get: operations["getSitemapPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign receipts and checkpoints, and those of witnesses */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint, signed (C2SP tlog-checkpoint), with cosignatures of witnesses */
        get: operations["getCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That an entry is in the log: its index, and the proof for a size of the tree
         * @description `entry` is that of a receipt (`receipt.log.entry`). Without `size`, the proof is for the newest checkpoint. An entry is in the log some seconds after its text is live.
         */
        get: operations["proveInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** That the log of one size goes on from that of a smaller one */
        get: operations["proveConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Profession: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            forms: {
                masculine: string | null;
                feminine: string | null;
                neutral: string | null;
            };
            aliases: string[];
            kldb2010: string | null;
            baJobTitles: string[];
            isco08: string | null;
            escoUri: string | null;
            /** @description Path on this server */
            href: string;
        };
        Region: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "land" | "kreis" | "kreisfreieStadt" | "gemeinde";
            ags: string | null;
            ars: string | null;
            nuts3: string | null;
            land: string | null;
            postalCodes: string[];
            latitude: number | null;
            longitude: number | null;
            parent: string | null;
            neighbours: string[];
            /** @description Path on this server */
            href: string;
        };
        Section: {
            /** @enum {string} */
            kind: "aufgaben" | "anforderungen" | "arbeitsumfeld" | "zugang" | "regionales" | "verdienst" | "weiterbildung" | "perspektive" | "sonstiges";
            heading: string | null;
            /** @description format=html, the default */
            html?: string;
            /** @description format=markdown: CommonMark */
            markdown?: string;
            /** @description format=text */
            text?: string;
            /** @description format=lexical: an editor state */
            lexical?: {
                [key: string]: unknown;
            };
        };
        Source: {
            /** Format: uuid */
            id: string;
            name: string;
            publisher: string | null;
            url: string | null;
            kind: string;
        };
        SalaryFigure: {
            /** @enum {string} */
            kind: "einstieg" | "spanne" | "median";
            /** @enum {string} */
            period: "JAHR" | "MONAT" | "STUNDE";
            currency: string;
            min: number | null;
            q25: number | null;
            median: number | null;
            q75: number | null;
            max: number | null;
            upperHint: number | null;
            gross: boolean | null;
            fullTime: boolean | null;
            censored: boolean | null;
            isPeriodStated: boolean | null;
            region: string | null;
            source: components["schemas"]["Source"] | null;
            referenceYear: number | null;
            sampleSize: number | null;
            statedAs: string | null;
        };
        EntryRoute: {
            /** @enum {string} */
            kind: "ausbildung-dual" | "ausbildung-schulisch" | "studium" | "quereinstieg" | "umschulung";
            months: number | null;
            certificate: ("keiner" | "erster-schulabschluss" | "mittlerer-schulabschluss" | "fachhochschulreife" | "hochschulreife") | null;
            content: string;
        };
        DayEntry: {
            time: string | null;
            activity: string;
        };
        WorkingConditions: {
            hours: string | null;
            places: string | null;
            physicalDemands: string | null;
            mentalDemands: string | null;
            protectiveClothing: string | null;
        };
        Skill: {
            /** @enum {string} */
            level: "must" | "may";
            name: string;
        };
        CareerStep: {
            name: string;
            yearsFrom: number | null;
            yearsTo: number | null;
            payFrom: number | null;
            payTo: number | null;
        };
        RelatedProfession: {
            profession: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
            } | null;
            /** @enum {string} */
            relation: "aehnlich" | "spezialisierung" | "aufstieg" | "alternative";
            reason: string;
        };
        Statistic: {
            /** @enum {string} */
            kind: "beschaeftigte" | "offene-stellen" | "frauenanteil" | "arbeitslosenquote";
            value: number | null;
            /** @enum {string} */
            unit: "anzahl" | "prozent";
            region: string | null;
            year: number | null;
            source: components["schemas"]["Source"] | null;
        };
        Voice: {
            quote: string;
            name: string;
            position: string | null;
        };
        FrequentQuestion: {
            question: string;
            answer: string;
        };
        Picture: {
            /** Format: uuid */
            id: string;
            url: string | null;
            alt: string;
            caption: string | null;
            credit: string | null;
            mimeType: string | null;
            width: number | null;
            height: number | null;
        };
        Video: {
            url: string | null;
            title: string | null;
            seconds: number | null;
            transcript: string | null;
            poster: components["schemas"]["Picture"] | null;
        };
        Provenance: {
            origin: ("human" | "ai-assisted" | "ai-generated") | null;
            tool: string | null;
            date: string | null;
            responsible: string | null;
        };
        Receipt: {
            /** @description Of what was approved: version and SHA-256 */
            digest: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            firstPublishedAt: string;
            approvals: {
                by: string;
                person: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            /** @description What was signed off beside the approvals, by kind */
            signOffs: {
                /** @enum {string} */
                kind: "expertise" | "language" | "legal";
                by: string;
                person: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            checks: {
                check: string;
                /** @enum {string} */
                result: "passed" | "warned";
            }[];
            reference: string | null;
            log: {
                /** @description What stands in the public log, base64 */
                entry: string;
                /** @description What it is hashed with, base64 */
                salt: string;
                key: string | null;
                /** @description Of the entry, Ed25519 in base64; `pending` while the house has no key */
                signature: string;
            } | null;
        };
        Profile: {
            /** Format: uuid */
            id: string;
            /** @description Path on this server */
            href: string;
            kicker: string | null;
            headline: string;
            intro: string;
            sections: components["schemas"]["Section"][];
            salaryFigures: components["schemas"]["SalaryFigure"][];
            entryRoutes: components["schemas"]["EntryRoute"][];
            dayInTheLife: components["schemas"]["DayEntry"][];
            workingConditions: components["schemas"]["WorkingConditions"];
            skills: components["schemas"]["Skill"][];
            careerPath: components["schemas"]["CareerStep"][];
            relatedProfessions: components["schemas"]["RelatedProfession"][];
            statistics: components["schemas"]["Statistic"][];
            voices: components["schemas"]["Voice"][];
            faq: components["schemas"]["FrequentQuestion"][];
            video: components["schemas"]["Video"];
            sources: components["schemas"]["Source"][];
            media: components["schemas"]["Picture"][];
            provenance: components["schemas"]["Provenance"];
            receipt: components["schemas"]["Receipt"];
        };
        Job: {
            /** Format: uuid */
            id: string;
            title: string;
            url: string;
            hiringOrganization: string;
            profession: string | null;
            region: string | null;
            city: string | null;
            postalCode: string | null;
            employmentTypes: string[];
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            datePosted: string;
            validThrough: string | null;
            isRemote: boolean;
            /** @description Path on this server */
            href: string;
        };
        Neighbour: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            headline: string;
            /** @description Path on this server */
            href: string;
        };
        Portrait: {
            /** Format: uuid */
            id: string;
            /** @description Path on this server */
            href: string;
            profession: components["schemas"]["Profession"];
            region: components["schemas"]["Region"] | null;
            title: string;
            kicker: string | null;
            headline: string;
            intro: string;
            sections: components["schemas"]["Section"][];
            salaryFigures: components["schemas"]["SalaryFigure"][];
            entryRoutes: components["schemas"]["EntryRoute"][];
            dayInTheLife: components["schemas"]["DayEntry"][];
            workingConditions: components["schemas"]["WorkingConditions"];
            skills: components["schemas"]["Skill"][];
            careerPath: components["schemas"]["CareerStep"][];
            relatedProfessions: components["schemas"]["RelatedProfession"][];
            statistics: components["schemas"]["Statistic"][];
            voices: components["schemas"]["Voice"][];
            faq: components["schemas"]["FrequentQuestion"][];
            video: components["schemas"]["Video"];
            sources: components["schemas"]["Source"][];
            media: components["schemas"]["Picture"][];
            provenance: components["schemas"]["Provenance"];
            receipt: components["schemas"]["Receipt"];
            seo: {
                title: string;
                description: string | null;
            };
            profile: components["schemas"]["Profile"] | null;
            jobs: {
                items: components["schemas"]["Job"][];
                hasMore: boolean;
                /** @description Path on this server */
                href: string;
            };
            neighbours: components["schemas"]["Neighbour"][];
            jsonLd: {
                [key: string]: unknown;
            };
        };
        PortraitSummary: {
            /** Format: uuid */
            id: string;
            /** @description Path on this server */
            href: string;
            profession: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
            };
            region: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
            } | null;
            headline: string;
            intro: string;
            digest: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            changedAt: string;
        };
        Release: {
            position: number;
            /**
             * @description reshaped: every portrait is delivered in another form, with the same text; read them again at leisure
             * @enum {string}
             */
            event: "published" | "updated" | "removed" | "reshaped";
            /**
             * @description What changed; lapsed: something was to be shown up to a day only, as a quote whose person consented so long
             * @enum {string}
             */
            reason: "text" | "profile" | "reference" | "media" | "source" | "lapsed" | "reshaped";
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            id: string | null;
            profession: string | null;
            region: string | null;
            digest: string | null;
            /** @description Path on this server */
            href: string;
        };
        SearchHit: {
            /** @enum {string} */
            type: "portrait" | "profession" | "region";
            /** Format: uuid */
            id: string;
            title: string;
            highlight: string | null;
            profession: string | null;
            region: string | null;
            /** @description Path on this server */
            href: string;
        };
        PortraitSelection: {
            /** Format: uuid */
            id?: string;
            /** @description Path on this server */
            href?: string;
            profession?: components["schemas"]["Profession"];
            region?: components["schemas"]["Region"] | null;
            title?: string;
            kicker?: string | null;
            headline?: string;
            intro?: string;
            sections?: components["schemas"]["Section"][];
            salaryFigures?: components["schemas"]["SalaryFigure"][];
            entryRoutes?: components["schemas"]["EntryRoute"][];
            dayInTheLife?: components["schemas"]["DayEntry"][];
            workingConditions?: components["schemas"]["WorkingConditions"];
            skills?: components["schemas"]["Skill"][];
            careerPath?: components["schemas"]["CareerStep"][];
            relatedProfessions?: components["schemas"]["RelatedProfession"][];
            statistics?: components["schemas"]["Statistic"][];
            voices?: components["schemas"]["Voice"][];
            faq?: components["schemas"]["FrequentQuestion"][];
            video?: components["schemas"]["Video"];
            sources?: components["schemas"]["Source"][];
            media?: components["schemas"]["Picture"][];
            provenance?: components["schemas"]["Provenance"];
            receipt?: components["schemas"]["Receipt"];
            seo?: {
                title: string;
                description: string | null;
            };
            profile?: components["schemas"]["Profile"] | null;
            jobs?: {
                items: components["schemas"]["Job"][];
                hasMore: boolean;
                /** @description Path on this server */
                href: string;
            };
            neighbours?: components["schemas"]["Neighbour"][];
            jsonLd?: {
                [key: string]: unknown;
            };
        };
        /** @description RFC 9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable, for programs */
            code: string;
            detail: string;
            instance: string;
            errors?: {
                path: string;
                reason: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getPortrait: {
        parameters: {
            query?: {
                /** @description The form of the text of sections */
                format?: "html" | "markdown" | "text" | "lexical";
                /** @description Only these parts, separated by commas: id, href, profession, region, title, kicker, headline, intro, sections, salaryFigures, entryRoutes, dayInTheLife, workingConditions, skills, careerPath, relatedProfessions, statistics, voices, faq, video, sources, media, provenance, receipt, seo, profile, jobs, neighbours, jsonLd */
                fields?: string;
                /** @description A token for the working copy of this portrait */
                preview?: string;
            };
            header?: never;
            path: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                profession: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portrait"] | components["schemas"]["PortraitSelection"];
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is at another address now */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is not for this portrait */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was taken down, or the cursor is of another scope */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegionalPortrait: {
        parameters: {
            query?: {
                /** @description The form of the text of sections */
                format?: "html" | "markdown" | "text" | "lexical";
                /** @description Only these parts, separated by commas: id, href, profession, region, title, kicker, headline, intro, sections, salaryFigures, entryRoutes, dayInTheLife, workingConditions, skills, careerPath, relatedProfessions, statistics, voices, faq, video, sources, media, provenance, receipt, seo, profile, jobs, neighbours, jsonLd */
                fields?: string;
                /** @description A token for the working copy of this portrait */
                preview?: string;
            };
            header?: never;
            path: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                profession: string;
                /** @description A slug; umlauts are folded, former slugs lead on */
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Portrait"] | components["schemas"]["PortraitSelection"];
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is at another address now */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is not for this portrait */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was taken down, or the cursor is of another scope */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPortraits: {
        parameters: {
            query?: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                profession?: string;
                /** @description A slug; umlauts are folded, former slugs lead on */
                region?: string;
                /** @description ISO 3166-2 (DE-NW), or the first two digits of an AGS */
                land?: string;
                /** @description KldB 2010, or its beginning */
                kldb?: string;
                updatedSince?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Also give `total` */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortraitSummary"][];
                        /** @description Hand it back as `cursor` for the next page; null: this was the last */
                        nextCursor: string | null;
                        /** @description With count=true */
                        total?: number;
                    };
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProfessions: {
        parameters: {
            query?: {
                /** @description KldB 2010, or its beginning */
                kldb?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Also give `total` */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Profession"][];
                        /** @description Hand it back as `cursor` for the next page; null: this was the last */
                        nextCursor: string | null;
                        /** @description With count=true */
                        total?: number;
                    };
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: {
                /** @description ISO 3166-2 */
                land?: string;
                kind?: "land" | "kreis" | "kreisfreieStadt" | "gemeinde";
                /** @description Entries a page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Also give `total` */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Region"][];
                        /** @description Hand it back as `cursor` for the next page; null: this was the last */
                        nextCursor: string | null;
                        /** @description With count=true */
                        total?: number;
                    };
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProfession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profession"];
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is at another address now */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Region"];
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is at another address now */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description A slug; umlauts are folded, former slugs lead on */
                profession?: string;
                /** @description A slug; umlauts are folded, former slugs lead on */
                region?: string;
                /** @description Also jobs in regions whose centre is at most so far from that of `region` */
                radiusKm?: number;
                employmentType?: "FULL_TIME" | "PART_TIME" | "CONTRACTOR" | "TEMPORARY" | "INTERN" | "VOLUNTEER" | "PER_DIEM" | "OTHER";
                /** @description Entries a page */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Also give `total` */
                count?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        /** @description Hand it back as `cursor` for the next page; null: this was the last */
                        nextCursor: string | null;
                        /** @description With count=true */
                        total?: number;
                    };
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was taken down, or the cursor is of another scope */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                /** @description Only these */
                type?: "portrait" | "profession" | "region";
                /** @description Entries a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SearchHit"][];
                    };
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Entries a page */
                limit?: number;
                /** @description Seconds to wait for something new */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Release"][];
                        /** @description Where this page ends: for the next request */
                        cursor: string;
                        hasMore: boolean;
                    };
                };
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was taken down, or the cursor is of another scope */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitemap: {
        parameters: {
            query?: {
                /** @description The site's own address; without it, the first of its origins */
                base?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description sitemaps.org */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSitemapPart: {
        parameters: {
            query?: {
                /** @description The site's own address; without it, the first of its origins */
                base?: string;
            };
            header?: never;
            path: {
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description sitemaps.org */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description The caller has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A key is needed, or this one is not valid */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            /** @description Name, id and key on one line, as C2SP writes them */
                            verifier: string;
                            name: string;
                            id: string;
                            /** @description Ed25519, base64 */
                            publicKey: string;
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                        witnesses: {
                            /** @description Name, id and key on one line, as C2SP writes them */
                            verifier: string;
                            name: string;
                            id: string;
                            /** @description Ed25519, base64 */
                            publicKey: string;
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                    };
                };
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheckpoint: {
        parameters: {
            query?: {
                /** @description The newest that a witness has signed */
                witnessed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed note */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveInclusion: {
        parameters: {
            query?: {
                entry?: string;
                /** @description The index, where it is known */
                index?: number;
                /** @description The size of the tree */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        index: number;
                        size: number;
                        /** @description Hashes from the leaf up (RFC 9162) */
                        proof: string[];
                        /** @description Where the text of the entry had to be erased since: delete your copies of it too */
                        redacted: {
                            /** Format: date-time */
                            at: string;
                            /** @description Base64 */
                            entry: string;
                            /** @description Base64 */
                            salt: string;
                            index: number;
                            /** @description Hashes from the leaf up (RFC 9162) */
                            proof: string[];
                        } | null;
                    };
                };
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or none that this caller may see */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveConsistency: {
        parameters: {
            query: {
                /** @description The size that is known */
                from: number;
                /** @description The other size; without it, that of the newest checkpoint */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        /** @description Hashes from the leaf up (RFC 9162) */
                        proof: string[];
                    };
                };
            };
            /** @description A parameter is malformed or not known */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again in a moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
}
