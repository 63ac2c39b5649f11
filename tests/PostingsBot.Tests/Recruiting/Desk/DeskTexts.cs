namespace PostingsBot.Tests.Recruiting.Desk;

/// <summary>The files of the catalogue, and what recruiters paste.</summary>
internal static class DeskTexts
{
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["platform.md"] =
            """
            ---
            title: Staff Platform Engineer
            company: Brightwheel
            location: Berlin
            workplace: remote
            salary: USD 150,000 - 180,000 per year
            date_posted: 2026-02-20
            valid_through: 2026-03-20
            apply_url: https://brightwheel.example/apply
            ---

            ## Requirements

            - You know Ruby and PostgreSQL.
            """,
        ["crunch.md"] =
            """
            ---
            title: Senior Backend Engineer
            company: Crunch
            location: Austin
            workplace: onsite
            salary: USD 130,000 per year
            date_posted: 2026-02-01
            ---

            ## Requirements

            - You know Python.
            """,
        ["acme-sales.md"] =
            """
            ---
            title: Sales Manager
            company: Acme
            location: London
            date_posted: 2026-02-02
            ---

            ## About

            You sell what we make.
            """,
        ["acme-data.md"] =
            """
            ---
            title: Data Engineer
            company: Acme
            location: London
            date_posted: 2026-02-03
            ---

            ## About

            You move data with Python.
            """,
    };

    /// <summary>By the name that a script calls them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Pasted = new Dictionary<string, string>
    {
        ["rust"] =
            """
            # Senior Rust Engineer

            Company: Harbour Labs
            Location: Berlin (hybrid)
            Salary: €80,000 - €100,000 per year
            Apply: https://harbour.example/apply

            ## What you will do

            - You write Rust every day and review what others write.
            - You care for our payment services.

            ## Requirements

            - Five years of experience with Rust or C++.
            """,
        ["bare"] =
            """
            # Office Manager

            Company: Harbour Labs

            ## About the role

            We look for a rockstar who keeps our office in order, orders supplies, and welcomes guests.
            You speak with everybody in the house, and know where everything is kept.
            """,
        ["three"] =
            """
            # Open positions at Harbour Labs

            ## Senior Rust Engineer

            Location: Berlin
            Salary: €80,000 - €100,000 per year

            You write Rust every day.

            ## Data Engineer

            Location: Remote

            You move data from here to there with Python.

            ## Product Designer

            Location: Hamburg

            You draw what we build, in Figma.
            """,
        ["hostile"] =
            """
            # <script>alert(1)</script> Engineer *bold* <!channel> <at>everyone</at>

            Company: [Evil](https://evil.example) <@U1>
            Location: Berlin
            Salary: €80,000 - €100,000 per year
            Apply: javascript:alert(1)

            ## Requirements

            - You know Rust, and </script><img src=x onerror=alert(1)> {{DATE(2026-02-14T06:08:00Z)}}.
            """,
        ["resume"] =
            """
            # Jane Doe

            Curriculum Vitae

            jane@example.com, +49 30 1234567

            ## Work experience

            2019 - 2024: Senior Engineer at Acme, where I led a team of five and rewrote the billing service in Go.
            2015 - 2019: Engineer at Crunch.

            ## Education

            2010 - 2015: B.Sc. in Computer Science, TU Berlin

            ## Skills

            Go, Rust, PostgreSQL
            """,
        ["brightwheel"] =
            """
            # Staff Platform Engineer

            Company: Brightwheel
            Location: Berlin, remote
            Salary: USD 150,000 - 180,000 per year
            Apply: https://brightwheel.example/apply

            ## Requirements

            - You know Ruby and PostgreSQL, and have run services for many years.
            """,
        ["other"] =
            """
            # Senior Rust Engineer

            Company: Harbour Labs
            Location: Hamburg (onsite)
            Salary: €85,000 - €105,000 per year
            Apply: https://harbour.example/apply

            ## What you will do

            - You write Rust every day, review what others write, and teach it.

            ## Requirements

            - Six years of experience with Rust or C++.
            """,
    };
}
