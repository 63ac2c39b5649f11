using System.Text;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Parsing.Labels;

/// <summary>The words that label a value, folded, letters and digits only.</summary>
internal static class LabelNames
{
    private static readonly Dictionary<string, Label> ByName = Build(
        (Label.Title, "title jobtitle positiontitle position role poste stelle cargo vaga puesto 職位 職稱 職種 募集職種 직무"),
        (Label.Company, "company companyname employer organization organisation startup hiringorganization hiringorganizationname agency entreprise"
            + " societe unternehmen firma arbeitgeber empresa 公司 公司機關 会社名 企業名 회사"),
        (Label.Location, "location locations joblocation worklocation workplacelocation joblocations place city office offices lieu localisation"
            + " standort ort einsatzort arbeitsort local localidade localizacao ubicacion lugar 地點 地点 勤務地 工作地點 근무지"
            + " joblocationaddressaddresslocality"),
        (Label.Remote, "remote remotefriendly telecommute remoteok homeoffice 遠端 遠端選項"),
        (Label.RemoteWithin, "remotewithin remoteregion remoteregions region regions applicantlocationrequirements candidaterequiredlocation"),
        (Label.Workplace, "workplace workplacetype workmodel workarrangement modelodetrabalho joblocationtype"),
        (Label.Employment, "contract contracttype employmenttype employment jobtype worktype timetype schedule workschedule positiontype hours"
            + " vertragsart anstellungsart beschaftigungsart arbeitszeit contrat typedecontrat regime contratacao regimedecontratacao tipodecontrato"
            + " tipodecontratacao 雇用形態 고용형태"),
        (Label.Salary, "salary salaryrange pay payrange payrate compensation compensationrange wage hourlyrate hiringrange hiringsalaryrange annualsalary"
            + " startingsalary startingpay salaire remuneration gehalt vergutung salario faixasalarial remuneracao 薪資 給与 月給 年収 급여"),
        (Label.SalaryMin, "salarymin minsalary basesalaryvalueminvalue basesalaryvaluevalue"),
        (Label.SalaryMax, "salarymax maxsalary basesalaryvaluemaxvalue"),
        (Label.SalaryCurrency, "salarycurrency currency basesalarycurrency"),
        (Label.SalaryPeriod, "salaryperiod payperiod basesalaryvalueunittext"),
        (Label.Posted, "date posted postedat postedon dateposted jobposted createdat created published publishedat publisheddate publishdate pubdate"
            + " 發布時間 發布日期 掲載日"),
        (Label.Opened, "openingdate opendate opened opens"),
        (Label.ValidThrough, "validthrough closingdate closedate deadline applicationdeadline expires expirydate expiration applyby closes"
            + " bewerbungsfrist 截止日期"),
        (Label.Apply, "apply applyurl applylink applyat applicationurl applicationlink howtoapply toapply joburl applyhere 職位網址 candidatura"),
        (Label.Contact, "contact contactemail email contacturl contactmail contacto contato"),
        (Label.Source, "sourceurl source originalurl permalink"),
        (Label.Level, "level joblevel seniority senioritylevel nivel senioridade niveau 經驗"),
        (Label.Skills, "skills techstack technicalskills technologies stack coretechnologies technologystack requiredskills tags environnementtechnique"
            + " technologien kenntnisse 技術 技能"),
        (Label.Status, "status state"),
        (Label.Open, "open isopen active isactive"),
        (Label.Closed, "closed filled archived expired"),
        (Label.Draft, "draft isdraft"));

    private static readonly int Longest = ByName.Keys.Max(name => name.Length);

    /// <summary>The label a key stands for ("contact.email", "Date Posted"), or null.</summary>
    public static Label? Of(string key) => key.Length <= Longest * 2 && ByName.TryGetValue(Normalise(key), out var label) ? label : null;

    private static string Normalise(string key)
    {
        var folded = Words.Fold(key);
        return folded.All(char.IsLetterOrDigit) ? folded : string.Concat(folded.Where(char.IsLetterOrDigit));
    }

    private static Dictionary<string, Label> Build(params (Label Label, string Names)[] rows)
    {
        var names = new Dictionary<string, Label>(StringComparer.Ordinal);
        foreach (var (label, list) in rows)
        {
            foreach (var name in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names.Add(Words.Fold(name), label);
        }

        return names;
    }
}
