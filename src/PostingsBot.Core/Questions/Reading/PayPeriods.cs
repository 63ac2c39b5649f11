using PostingsBot.Core.Postings;
using PostingsBot.Core.Text;

namespace PostingsBot.Core.Questions.Reading;

/// <summary>The period that pay is stated for: "paid by the hour", "a day rate"; "per month" and the like only where pay is spoken of.</summary>
internal static class PayPeriods
{
    private static readonly PhraseTable<PayPeriod> OfPay = Table(
        "by the hour; hourly rate; hourly rates; hourly pay; hourly paid; hourly wage; hourly wages; hourly salary; paid hourly; pays hourly; pay hourly; an hourly basis; stundenlohn; stundensatz; nach stunden bezahlt; pago por hora; por hora; a l'heure",
        "by the day; day rate; day rates; daily rate; daily rates; paid daily; daily pay; tagessatz; tagessatze",
        "by the week; weekly pay; weekly wage; weekly wages; paid weekly",
        "by the month; monthly pay; monthly salary; monthly salaries; monthly wage; paid monthly; pays monthly; monatsgehalt; salario mensual; salario mensal",
        "by the year; annual salary; annual salaries; yearly salary; annual pay; yearly pay; paid yearly; paid annually; pays yearly; jahresgehalt");

    private static readonly PhraseTable<PayPeriod> BesidePay = Table(
        "per hour; per hr; an hour; an hr; hourly; pro stunde; par heure", "per day; a day; daily; pro tag; par jour", "per week; a week; weekly; pro woche", "per month; a month; monthly; im monat; pro monat; par mois; por mes",
        "per year; a year; yearly; annually; per annum; annual; pro jahr; par an");

    public static IEnumerable<(int End, PayPeriod Period)> At(IReadOnlyList<Word> words, int i, bool asksForPay) =>
        asksForPay ? OfPay.At(words, i).Concat(BesidePay.At(words, i)) : OfPay.At(words, i);

    private static PhraseTable<PayPeriod> Table(string hour, string day, string week, string month, string year)
    {
        var table = new PhraseTable<PayPeriod>();
        foreach (var (phrases, period) in new[] { (hour, PayPeriod.Hour), (day, PayPeriod.Day), (week, PayPeriod.Week), (month, PayPeriod.Month), (year, PayPeriod.Year) })
        {
            foreach (var phrase in phrases.Split("; "))
                table.Add(phrase, period);
        }

        return table;
    }
}
