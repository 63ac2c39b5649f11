using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Catalogue;

/// <summary>What two postings of one role have in common at the least: the title and the employer, or the title and the address when the employer is hidden.</summary>
internal static class RoleKey
{
    private static readonly HashSet<string> LegalForms = new(
        ("inc incorporated llc l.l.c llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg ug se e.v ev eg sa s.a sas s.a.s sarl s.a.r.l spa s.p.a srl s.r.l"
        + " sl s.l bv b.v nv n.v ab as a/s aps a.p.s oy oyj asa pty pte pvt kk k.k ltda eireli me cia s.r.o sro a.s sp z o.o zoo d.o.o doo kft zrt").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Null when a posting can be no other's twin: it names neither an employer nor an address.</summary>
    public static string? Of(Posting posting, string? address)
    {
        var title = Folded(posting.Title.Value);
        if (posting.Company is { } company)
            return $"{title}\nat {Employer(company.Value)}";
        return address is null ? null : $"{title}\nvia {address}";
    }

    private static string Employer(string name)
    {
        var words = Words.Split(name).Select(w => w.Folded).ToList();
        while (words.Count > 1 && LegalForms.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    private static string Folded(string text) => string.Join(' ', Words.Split(text).Select(w => w.Folded));
}
