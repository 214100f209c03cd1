using Lessons;
using Simulator.App;
using Simulator.Screens.Picking;
using Simulator.Terminal;

KeyScript keys = KeyNotation.Parse(File.ReadAllText(args[0]));
string[] parts = args[1].Split('x');
Size size = new(int.Parse(parts[0]), int.Parse(parts[1]));
using ScriptedTerminal terminal = new(keys.Inputs, size);
Language language = args.Length > 2 ? Language.Korean : Language.English;
Model model = new() { Size = size, Language = language, Screen = new PickerScreen(LessonLibrary.All) };
int code = Loop.Run(terminal, model);
foreach (ScriptedFrame frame in terminal.Frames)
{
    Console.WriteLine("---- " + frame.After);
    Console.WriteLine(frame.Text);
}

return code;
