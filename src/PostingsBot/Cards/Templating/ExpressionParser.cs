using System.Globalization;

namespace PostingsBot.Cards.Templating;

/// <summary>Reads one expression. Binding strengths are Microsoft's: there, == binds tighter than &lt;.</summary>
internal sealed class ExpressionParser
{
    private static readonly Dictionary<string, int> Strength = new()
    {
        ["*"] = 10, ["/"] = 10, ["%"] = 10, ["+"] = 9, ["-"] = 9, ["=="] = 8, ["!="] = 8, ["<>"] = 8, ["&"] = 7,
        ["<"] = 6, ["<="] = 6, [">"] = 6, [">="] = 6, ["&&"] = 5, ["||"] = 4, ["??"] = 3, ["?"] = 2,
    };

    private readonly string source;
    private readonly IReadOnlyList<Token> tokens;
    private int at;
    private int depth;

    private ExpressionParser(string source)
    {
        this.source = source;
        tokens = Token.Split(source);
    }

    /// <exception cref="FormatException">The expression is malformed or uses something unknown.</exception>
    public static Expression Parse(string source)
    {
        var parser = new ExpressionParser(source);
        var expression = parser.Binary(0);
        return parser.at == parser.tokens.Count ? expression : throw parser.Problem($"unexpected '{parser.Next.Text}'");
    }

    private Token Next => at < tokens.Count ? tokens[at] : Token.End;

    private Expression Binary(int least)
    {
        if (++depth > 64)
            throw Problem("nested too deeply");
        var left = Unary();
        while (Next.Kind is TokenKind.Sign && Strength.TryGetValue(Next.Text, out var strength) && strength >= least)
        {
            var sign = tokens[at++].Text;
            left = sign == "?" ? Choice(left) : Make(sign, [left, Binary(strength + 1)]);
        }

        depth--;
        return left;
    }

    private Expression Choice(Expression condition)
    {
        var yes = Binary(3);
        Expect(":");
        var no = Binary(3);
        return Next.Is("?") ? throw Problem("put a choice inside a choice in brackets") : Make("?:", [condition, yes, no]);
    }

    private Expression Unary()
    {
        if (Next.Is("!"))
        {
            at++;
            return Make("!", [Unary()]);
        }

        if (Next.Is("-"))
        {
            at++;
            return Make("-", [new Constant(0d), Unary()]);
        }

        return Postfix(Primary());
    }

    private Expression Postfix(Expression expression)
    {
        while (true)
        {
            if (Next.Is("."))
            {
                at++;
                expression = new Field(expression, Next.Kind is TokenKind.Name ? tokens[at++].Text : throw Problem("a name must follow '.'"));
            }
            else if (Next.Is("["))
            {
                at++;
                expression = new Element(expression, Binary(0));
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression Primary()
    {
        if (at >= tokens.Count)
            throw Problem("something is missing at the end");
        var token = tokens[at++];
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new Constant(double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Text:
                return new Constant(token.Text);
            case TokenKind.Name when Next.Is("("):
                return Make(token.Text, Arguments());
            case TokenKind.Name:
                return token.Text switch
                {
                    "true" => new Constant(true),
                    "false" => new Constant(false),
                    "null" => new Constant(null),
                    "$data" or "$root" or "$host" or "$index" => new Name(token.Text),
                    ['$', ..] => throw Problem($"'{token.Text}' is not known"),
                    _ => new Name(token.Text),
                };
            default:
                if (!token.Is("("))
                    throw Problem($"unexpected '{token.Text}'");
                var inner = Binary(0);
                Expect(")");
                return inner;
        }
    }

    private List<Expression> Arguments()
    {
        Expect("(");
        var arguments = new List<Expression>();
        while (!Next.Is(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(Binary(0));
        }

        at++;
        return arguments;
    }

    private Call Make(string name, IReadOnlyList<Expression> arguments)
    {
        var function = Functions.Find(name) ?? throw Problem($"the function '{name}' is not known");
        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new Call(function, arguments)
            : throw Problem($"'{name}' takes {function.Least} to {function.Most} arguments, not {arguments.Count}");
    }

    private void Expect(string sign)
    {
        if (!Next.Is(sign))
            throw Problem($"'{sign}' is missing before '{Next.Text}'");
        at++;
    }

    private FormatException Problem(string problem) => new($"{problem} in ${{{source}}}");
}
